pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The ring to the member's goal with the coins inside, what is missing, and the tier.
BigCard {
    id: card

    required property HomeViewModel home
    required property KioskViewModel kiosk
    // Beside each other where the card is wide.
    property bool lying: false

    implicitHeight: grid.implicitHeight + 2 * Paper.space

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: Paper.space
        columns: card.lying ? 2 : 1
        columnSpacing: Paper.margin
        rowSpacing: Paper.gap

        Ring {
            id: ring

            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(Math.max(250 * Paper.unit, 7.5 * Paper.small), grid.width)
            Layout.preferredHeight: Layout.preferredWidth
            value: card.home.ring
            kind: "coins"
            Accessible.role: Accessible.ProgressBar
            Accessible.name: card.home.goalTitle + " " + card.home.goalMissing

            Column {
                anchors.centerIn: parent
                // As wide as the hole in the ring, so that crores of coins are not cut.
                width: ring.width - 2 * ring.thickness

                CoinMark {
                    anchors.horizontalCenter: parent.horizontalCenter
                    size: Paper.large
                }

                BigHeading {
                    width: parent.width
                    text: card.home.coins
                    font.pixelSize: Paper.number
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 24
                    maximumLineCount: 1
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.name: card.home.coinsSaid
                }
            }

            // A goal that was chosen just now flies into the ring.
            Loader {
                anchors.centerIn: parent
                active: card.home.goalNew

                sourceComponent: GiftBox {
                    id: chosen

                    readonly property real away: 1 - flight.part(0)

                    function landed() {
                        if (!flight.running)
                            card.home.goalSeen();
                    }

                    width: ring.width * 0.8
                    height: width * 1.2
                    scale: 0.2 + 0.8 * away
                    opacity: Math.min(1, 3 * away)
                    transform: Translate {
                        x: chosen.away * 500 * Paper.unit
                        y: chosen.away * 260 * Paper.unit
                    }

                    Motion {
                        id: flight

                        steps: [Paper.slow]
                        onRunningChanged: Qt.callLater(chosen.landed)
                        Component.onCompleted: Qt.callLater(chosen.landed)
                    }
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Paper.gap / 2

            BigText {
                Layout.fillWidth: true
                text: card.home.worth
                weight: Paper.medium
                horizontalAlignment: card.lying ? Text.AlignLeft : Text.AlignHCenter
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.home.goalHeading
                color: Paper.muted
                font.pixelSize: Paper.small
                horizontalAlignment: card.lying ? Text.AlignLeft : Text.AlignHCenter
            }

            BigHeading {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.home.goalTitle
                font.pixelSize: Math.round((Paper.body + Paper.large) / 2)
                maximumLineCount: 3
                horizontalAlignment: card.lying ? Text.AlignLeft : Text.AlignHCenter
            }

            Tag {
                Layout.alignment: card.lying ? Qt.AlignLeft : Qt.AlignHCenter
                Layout.maximumWidth: parent.width
                visible: text !== "" && !card.home.goalReached
                kind: "coins"
                text: card.home.goalMissing
                size: Paper.body
            }

            BigButton {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.home.goalAction
                kind: card.home.goalReached ? "good" : "rewards"
                size: Paper.body
                onClicked: card.kiosk.go("rewards")
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.home.owed
                color: Paper.badTintInk
                font.pixelSize: Paper.small
                horizontalAlignment: card.lying ? Text.AlignLeft : Text.AlignHCenter
            }

            Item {
                Layout.fillHeight: true
            }

            BigHeading {
                Layout.fillWidth: true
                text: card.home.tier
                color: Paper.onTint("tier")
                font.pixelSize: Paper.body
                maximumLineCount: 1
            }

            Meter {
                Layout.fillWidth: true
                visible: card.home.hasNext
                value: card.home.tierValue
                kind: "tier"
                label: card.home.tierNext
            }

            BigText {
                Layout.fillWidth: true
                text: card.home.tierNext
                color: Paper.muted
                font.pixelSize: Paper.small
            }
        }
    }
}
