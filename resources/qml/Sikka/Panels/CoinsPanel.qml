pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// How many coins pay for part of the bill.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property UseCoinsViewModel coins: counter.coins

    title: qsTr("Use coins")
    subtitle: coins.available
    onBack: counter.back()

    Body {
        Layout.fillWidth: true
        text: panel.coins.limits
    }

    Field {
        id: number

        Layout.fillWidth: true
        visible: panel.coins.possible
        label: qsTr("Coins to use")
        value: panel.coins.typed
        error: panel.coins.error
        big: true
        digits: true
        maximumLength: 9
        onEdited: text => panel.coins.typeCoins(text)
        onAccepted: panel.coins.useThem()
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: tender.implicitHeight + 2 * Theme.space
        visible: panel.coins.tender !== ""
        radius: Theme.radius
        color: Theme.amberTint

        Heading {
            id: tender

            anchors.fill: parent
            anchors.margins: Theme.space
            text: panel.coins.tender
            color: Theme.amberTintInk
            wrapMode: Text.Wrap
        }
    }

    Item {
        Layout.fillHeight: true
    }

    actions: [
        KeyButton {
            text: qsTr("Use none")
            key: "F8"
            onClicked: panel.coins.none()
        },
        KeyButton {
            Layout.fillWidth: true
            text: panel.coins.confirm
            key: "F12"
            primary: true
            enabled: panel.coins.ready
            onClicked: panel.coins.useThem()
        }
    ]

    Component.onCompleted: number.take()
}
