pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What the shop knows of the member: as a file, or erased in two steps.
ColumnLayout {
    id: page

    required property OwnDataViewModel ownData

    spacing: 12
    focus: true

    ColumnLayout {
        Layout.fillWidth: true
        visible: !page.ownData.erasing
        spacing: 6

        Body {
            Layout.fillWidth: true
            text: qsTr("A member may have everything the shop knows about them as a file. It holds name, phone and purchases: give it to this member only.")
        }

        Body {
            Layout.fillWidth: true
            visible: page.ownData.saved !== ""
            text: page.ownData.saved
            weight: Theme.bold
            font.pixelSize: Theme.small
            wrapMode: Text.WrapAnywhere
        }

        Body {
            Layout.fillWidth: true
            visible: page.ownData.saved !== ""
            text: qsTr("Delete the file here once the member has it.")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: page.ownData.erasing
        spacing: 6

        Body {
            Layout.fillWidth: true
            text: qsTr("This will be gone:")
            weight: Theme.bold
        }

        Repeater {
            model: page.ownData.gone

            delegate: RowLayout {
                id: thing

                required property string text

                Layout.fillWidth: true
                Layout.leftMargin: Theme.space
                spacing: Theme.gap

                Body {
                    Layout.alignment: Qt.AlignTop
                    text: "•"
                    Accessible.ignored: true
                }

                Body {
                    Layout.fillWidth: true
                    text: thing.text
                }
            }
        }

        Body {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            text: page.ownData.warning
            color: Theme.badTintInk
        }
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        Layout.fillWidth: true
        visible: !page.ownData.erasing
        spacing: 8

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Erase …")
            key: "F7"
            danger: true
            onClicked: page.ownData.askErase()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1.4
            text: qsTr("Save the file")
            key: "F12"
            primary: true
            onClicked: page.ownData.saveFile()
        }
    }

    KeyButton {
        Layout.fillWidth: true
        visible: page.ownData.erasing
        text: qsTr("Erase for good")
        key: "Shift+F12"
        keyLabel: "⇧F12"
        danger: true
        onClicked: page.ownData.erase()
    }

    Component.onCompleted: forceActiveFocus()
}
