pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// A piece of work in the middle of the counter: title, a way back, content, actions below.
Card {
    id: panel

    property string title: ""
    property string subtitle: ""
    property bool active: true
    default property alias content: body.data
    property alias actions: foot.data

    signal back

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.inset
        spacing: 12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            Heading {
                Layout.fillWidth: true
                text: panel.title
                wrapMode: Text.Wrap
                maximumLineCount: 2
                lineHeight: 0.85
            }

            KeyButton {
                Layout.alignment: Qt.AlignTop
                visible: panel.visible
                text: qsTr("Back")
                key: "Escape"
                keyLabel: "Esc"
                onClicked: panel.back()
            }
        }

        Body {
            Layout.fillWidth: true
            Layout.topMargin: -8
            visible: panel.subtitle !== ""
            text: panel.subtitle
            color: Theme.muted
            font.pixelSize: Theme.small
        }

        ColumnLayout {
            id: body

            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 12
        }

        RowLayout {
            id: foot

            Layout.fillWidth: true
            // A panel whose pages have actions of their own leaves no gap for none.
            visible: children.length > 0
            spacing: 8
        }
    }
}
