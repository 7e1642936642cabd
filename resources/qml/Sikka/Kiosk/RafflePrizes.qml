pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// What can be won, or who won; below it how anybody can check the draw.
ColumnLayout {
    id: won

    required property RaffleViewModel raffle

    spacing: Paper.gap

    BigHeading {
        Layout.fillWidth: true
        visible: won.raffle.title !== ""
        text: won.raffle.drawn ? qsTr("Who won") : qsTr("You can win")
        font.pixelSize: Paper.large
    }

    Repeater {
        model: won.raffle.prizes

        BigText {
            required property string title

            Layout.fillWidth: true
            text: "★ " + title
        }
    }

    Repeater {
        model: won.raffle.winners

        Rectangle {
            id: winner

            required property string prize
            required property string ticket
            required property string who
            required property bool mine

            Layout.fillWidth: true
            implicitHeight: line.implicitHeight + 2 * Paper.gap
            radius: Paper.smallRadius
            color: mine ? Paper.goodTint : Paper.card
            border.color: mine ? Paper.good : Paper.line
            border.width: Paper.highContrast || mine ? 3 : 1

            ColumnLayout {
                id: line

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Paper.gap
                spacing: 0

                BigText {
                    Layout.fillWidth: true
                    text: winner.mine ? qsTr("You won: %1").arg(winner.prize) : winner.prize
                    color: winner.mine ? Paper.goodTintInk : Paper.ink
                    weight: Paper.medium
                }

                BigText {
                    Layout.fillWidth: true
                    text: winner.mine ? qsTr("Ticket %1. Show your card at the counter.").arg(winner.ticket) : winner.who + " · " + winner.ticket
                    color: winner.mine ? Paper.goodTintInk : Paper.muted
                    font.pixelSize: Paper.small
                }
            }
        }
    }

    BigHeading {
        Layout.fillWidth: true
        Layout.topMargin: Paper.space
        visible: checks.text !== ""
        text: qsTr("How you can check it")
        font.pixelSize: Paper.body
    }

    BigText {
        id: checks

        Layout.fillWidth: true
        visible: text !== ""
        text: won.raffle.checks
        color: Paper.muted
        font.pixelSize: Paper.small
    }
}
