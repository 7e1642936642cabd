pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Style

// A row to choose: title and detail left, amount and note right.
AbstractButton {
    id: row

    property string initial: ""
    property string title: ""
    property string detail: ""
    property string amount: ""
    property string note: ""
    property bool selected: false
    property bool struck: false

    width: (ListView.view as Choices)?.room ?? implicitWidth
    implicitHeight: Math.max(Theme.target, content.implicitHeight + 12)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title, detail, amount, note].filter(part => part !== "").join(", ")
    Accessible.selected: selected

    background: Rectangle {
        radius: Theme.smallRadius
        color: row.selected ? Theme.selected : row.down ? Theme.pressed : "transparent"
        border.width: row.selected ? 2 : 0
        border.color: Theme.indigo
    }

    contentItem: RowLayout {
        id: content

        spacing: 12

        Rectangle {
            Layout.leftMargin: 8
            Layout.preferredWidth: 40
            Layout.preferredHeight: 40
            visible: row.initial !== ""
            radius: 20
            color: Theme.amber

            Heading {
                anchors.centerIn: parent
                text: row.initial
                color: Theme.amberInk
                font.pixelSize: Theme.large
                Accessible.ignored: true
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: row.initial ? 0 : 10
            spacing: 0

            Body {
                Layout.fillWidth: true
                text: row.title
                wrapMode: Text.Wrap
                maximumLineCount: 2
                lineHeight: 0.9
                elide: Text.ElideRight
                font.strikeout: row.struck
                Accessible.ignored: true
            }

            Body {
                Layout.fillWidth: true
                visible: row.detail !== ""
                text: row.detail
                color: Theme.muted
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
                maximumLineCount: 2
                lineHeight: 0.9
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }

        ColumnLayout {
            Layout.rightMargin: 10
            spacing: 0

            Body {
                Layout.alignment: Qt.AlignRight
                visible: row.amount !== ""
                text: row.amount
                wrapMode: Text.NoWrap
                font.strikeout: row.struck
                Accessible.ignored: true
            }

            Body {
                Layout.alignment: Qt.AlignRight
                visible: row.note !== ""
                text: row.note
                color: Theme.muted
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
