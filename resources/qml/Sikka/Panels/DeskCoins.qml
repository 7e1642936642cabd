pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Coins by hand, with a reason.
ColumnLayout {
    id: page

    required property GoodwillViewModel goodwill

    spacing: 12

    Field {
        id: coins

        Layout.fillWidth: true
        label: qsTr("How many coins")
        value: page.goodwill.coins
        digits: true
        big: true
        maximumLength: 9
        onEdited: text => page.goodwill.typeCoins(text)
        onAccepted: reason.take()
    }

    Field {
        id: reason

        Layout.fillWidth: true
        label: qsTr("Why? The member reads this in the history")
        value: page.goodwill.reason
        maximumLength: page.goodwill.reasonMax
        onEdited: text => page.goodwill.typeReason(text)
        onAccepted: page.goodwill.give()
    }

    Body {
        Layout.fillWidth: true
        text: qsTr("Write no name and no phone number. Coins given by hand do not count towards a level.")
        color: Theme.muted
        font.pixelSize: Theme.small
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
            text: qsTr("Take back")
            key: "F7"
            danger: true
            enabled: page.goodwill.canGive
            onClicked: page.goodwill.takeBack()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1.4
            text: qsTr("Give")
            key: "F12"
            primary: true
            enabled: page.goodwill.canGive
            onClicked: page.goodwill.give()
        }
    }

    Component.onCompleted: coins.take()
}
