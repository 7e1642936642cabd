pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// One raffle: my tickets on one side, prizes or winners and how to check on the other.
ColumnLayout {
    id: shown

    required property RaffleViewModel raffle

    spacing: Paper.space

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: shown.raffle.nothing
        color: Paper.muted
        font.pixelSize: Paper.large
    }

    RowLayout {
        Layout.fillWidth: true
        visible: choices.count > 0
        spacing: Paper.gap

        Repeater {
            id: choices

            model: shown.raffle.raffles

            BigButton {
                required property string id
                required property string title
                required property bool chosen

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: title
                kind: chosen ? "play" : ""
                size: Paper.body
                onClicked: shown.raffle.choose(id)
            }
        }
    }

    BigHeading {
        Layout.fillWidth: true
        visible: text !== ""
        text: shown.raffle.title
        maximumLineCount: 2
    }

    Tag {
        Layout.fillWidth: true
        visible: text !== ""
        kind: "play"
        size: Paper.large
        text: shown.raffle.when
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true

        GridLayout {
            width: parent ? parent.width : 0
            columns: Paper.wide ? 2 : 1
            columnSpacing: Paper.margin
            rowSpacing: Paper.space

            RaffleTickets {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                raffle: shown.raffle
            }

            RafflePrizes {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                raffle: shown.raffle
            }
        }
    }

    Tag {
        Layout.fillWidth: true
        visible: text !== ""
        size: Paper.body
        text: shown.raffle.away
    }

    RowLayout {
        Layout.fillWidth: true
        visible: shown.raffle.price !== ""
        spacing: Paper.space

        CoinMark {
            size: Paper.title
        }

        BigText {
            Layout.fillWidth: true
            text: shown.raffle.price
        }

        BigButton {
            visible: shown.raffle.canBuy
            text: qsTr("Buy tickets")
            kind: "play"
            onClicked: shown.raffle.buy()
        }
    }
}
