pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style

// The hub or a station: what it is for, how it stands, and a button that opens it again.
Card {
    id: line

    required property string title
    required property string purpose
    required property string standing
    required property string said
    required property string trouble
    required property bool mayOpen

    signal opened

    readonly property bool running: standing === "open"
    readonly property bool broken: standing === "failed"

    implicitHeight: content.implicitHeight + 2 * Theme.space

    RowLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.inset
        anchors.rightMargin: Theme.space
        spacing: Theme.space

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Heading {
                Layout.fillWidth: true
                text: line.title
                font.pixelSize: Theme.large
            }

            Body {
                Layout.fillWidth: true
                text: line.trouble || line.purpose
                color: line.trouble === "" ? Theme.muted : line.broken ? Theme.bad : Theme.ink
                font.pixelSize: Theme.small
                maximumLineCount: 4
                elide: Text.ElideRight
            }
        }

        Pill {
            text: line.said
            color: line.running ? Theme.goodTint : line.broken ? Theme.badTint : Theme.track
            ink: line.running ? Theme.goodTintInk : line.broken ? Theme.badTintInk : Theme.ink
        }

        KeyButton {
            Layout.preferredWidth: Math.max(implicitWidth, 110)
            objectName: "open"
            text: qsTr("Open")
            primary: line.mayOpen
            enabled: line.mayOpen
            Accessible.name: text + ": " + line.title
            onClicked: line.opened()
        }
    }
}
