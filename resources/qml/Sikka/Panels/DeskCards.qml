pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.ViewModels

// The member's cards: a new one, or none that works.
ColumnLayout {
    id: page

    required property CardsViewModel cards

    spacing: 12

    Banner {
        Layout.fillWidth: true
        kind: page.cards.good ? "good" : "bad"
        text: page.cards.message
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        model: page.cards.cards
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
        implicitWidth: 260
        picture: page.cards.picture
        name: qsTr("Card %1").arg(page.cards.cardNumber)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Block")
            key: "F7"
            danger: true
            enabled: page.cards.hasCard
            onClicked: page.cards.blockCard()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Print")
            key: "F9"
            enabled: page.cards.hasCard
            onClicked: page.cards.printCard()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1.4
            text: qsTr("New card")
            key: "F12"
            primary: true
            enabled: page.cards.canReplace
            onClicked: page.cards.replaceCard()
        }
    }

    Component.onCompleted: list.forceActiveFocus()
}
