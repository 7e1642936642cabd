pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style

// A card as it looks, so that everybody sees which one is meant.
Rectangle {
    id: card

    implicitWidth: height * 1.58
    radius: height * 0.08
    color: Paper.coinsTint
    border.width: Math.max(2, height * 0.02)
    border.color: Paper.coins
    Accessible.ignored: true

    CoinMark {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: card.height * 0.16
        size: card.height * 0.36
    }

    // Not a code that could be read: three corners and a few dots, as one knows them.
    Grid {
        id: code

        readonly property string pattern: "1110111101010111101110001000111001010101011110011"

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.rightMargin: card.height * 0.14
        columns: 7

        Repeater {
            model: 49

            Rectangle {
                required property int index

                width: Math.floor(card.height * 0.08)
                height: width
                color: code.pattern[index] === "1" ? Paper.coinsInk : "transparent"
            }
        }
    }
}
