pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// A row to choose: a letter or a number left, what it is in the middle, more about it right.
AbstractButton {
    id: row

    property string initial: ""
    property string ticket: ""
    property string title: ""
    property string detail: ""
    property string note: ""
    property bool selected: false
    property bool fresh: false
    property bool strong: true

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitHeight: Math.max(Paper.target, content.implicitHeight + Paper.gap)
    leftPadding: Paper.gap
    rightPadding: Paper.gap
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: [ticket, title, detail, note].filter(part => part !== "").join(", ")
    Accessible.selected: selected

    background: Rectangle {
        radius: Paper.smallRadius
        color: row.down ? Paper.pressed : row.fresh || row.selected ? Paper.rewardsTint : Paper.card
        border.width: row.selected ? Paper.focusLine : 1
        border.color: row.selected ? Paper.rewards : Paper.line
    }

    contentItem: RowLayout {
        id: content

        spacing: Paper.space

        Avatar {
            Layout.preferredWidth: Paper.target * 0.8
            Layout.preferredHeight: Paper.target * 0.8
            visible: row.initial !== ""
            letter: row.initial
        }

        BigHeading {
            Layout.minimumWidth: Paper.target
            visible: row.ticket !== ""
            text: row.ticket
            color: Paper.rewardsTintInk
            font.pixelSize: Paper.title
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                BigText {
                    Layout.fillWidth: true
                    text: row.title
                    color: row.strong ? Paper.ink : Paper.muted
                    weight: Paper.medium
                    maximumLineCount: 2
                    Accessible.ignored: true
                }

                BigText {
                    Layout.alignment: Qt.AlignTop
                    visible: row.note !== ""
                    text: row.note
                    color: Paper.muted
                    font.pixelSize: Paper.small
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }

            BigText {
                Layout.fillWidth: true
                visible: row.detail !== ""
                text: row.detail
                color: Paper.muted
                font.pixelSize: Paper.small
                maximumLineCount: 3
                Accessible.ignored: true
            }
        }
    }
}
