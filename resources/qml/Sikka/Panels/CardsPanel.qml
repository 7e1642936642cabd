pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// The member's cards; another card that is scanned leads to joining the two.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property CardsViewModel cards: counter.cards as CardsViewModel

    title: qsTr("Card of %1").arg(cards.name)
    onBack: counter.back()

    Banner {
        Layout.fillWidth: true
        kind: panel.cards.good ? "good" : "bad"
        text: panel.cards.message
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.cards.cards
        focus: true

        delegate: ChoiceRow {
            required property string number
            required property string issued
            required property bool works

            required note

            title: number
            detail: issued
            struck: !works
            enabled: false
        }
    }

    CardImage {
        Layout.alignment: Qt.AlignHCenter
        visible: picture !== ""
        picture: panel.cards.picture
        name: qsTr("Card %1").arg(panel.cards.cardNumber)
    }

    Body {
        Layout.fillWidth: true
        text: qsTr("Same person twice? Scan the other card now.")
        color: Theme.muted
        font.pixelSize: Theme.small
    }

    actions: [
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Block")
            key: "F7"
            stacked: true
            danger: true
            enabled: panel.cards.hasCard
            onClicked: panel.cards.blockCard()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Show")
            key: "F9"
            stacked: true
            enabled: panel.cards.hasCard
            onClicked: panel.cards.showCard()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Print")
            key: "F10"
            stacked: true
            enabled: panel.cards.hasCard
            onClicked: panel.cards.printCard()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1.4
            implicitHeight: Theme.target + 16
            text: qsTr("New card")
            key: "F12"
            primary: true
            enabled: panel.cards.canReplace
            onClicked: panel.cards.replaceCard()
        }
    ]

    Component.onCompleted: list.forceActiveFocus()
}
