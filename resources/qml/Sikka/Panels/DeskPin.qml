pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// The member's PIN: chosen on the customer's display, or taken away.
ColumnLayout {
    id: page

    required property DeskPinViewModel pin

    spacing: 12
    focus: true

    Body {
        Layout.fillWidth: true
        text: page.pin.stands
        weight: Theme.bold
        font.pixelSize: Theme.large
    }

    Body {
        Layout.fillWidth: true
        text: page.pin.hint
        color: Theme.muted
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Remove the PIN")
            key: "F7"
            danger: true
            enabled: page.pin.canRemove
            onClicked: page.pin.removePin()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: page.pin.action
            key: "F12"
            primary: true
            enabled: page.pin.canChoose
            visible: text !== ""
            onClicked: page.pin.choosePin()
        }
    }

    Component.onCompleted: forceActiveFocus()
}
