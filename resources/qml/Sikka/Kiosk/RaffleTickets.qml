pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The member's tickets by their numbers, and the rules of the draw.
ColumnLayout {
    id: own

    required property RaffleViewModel raffle

    spacing: Paper.gap

    BigHeading {
        Layout.fillWidth: true
        text: own.raffle.mine
        font.pixelSize: Paper.large
    }

    Flow {
        Layout.fillWidth: true
        spacing: Paper.gap

        Repeater {
            model: own.raffle.tickets

            Tag {
                required property string number
                required property bool won

                width: implicitWidth
                kind: won ? "good" : "play"
                text: won ? qsTr("%1 won!").arg(number) : number
            }
        }

        BigText {
            visible: text !== ""
            text: own.raffle.others
            color: Paper.muted
            font.pixelSize: Paper.small
        }
    }

    BigText {
        Layout.fillWidth: true
        Layout.topMargin: Paper.gap
        visible: text !== ""
        text: own.raffle.mechanics
        color: Paper.muted
        font.pixelSize: Paper.small
    }

    BigText {
        Layout.fillWidth: true
        visible: own.raffle.permit !== ""
        text: qsTr("Permit: %1").arg(own.raffle.permit)
        color: Paper.muted
        font.pixelSize: Paper.small
    }
}
