pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// The first visit: the card turns with the name, the first badge is stamped, the first bar begins
// at one, and a gift waits.
MomentScene {
    id: scene

    running: motion.running
    onSettle: motion.settle()

    Motion {
        id: motion

        steps: [Paper.slow, Paper.calm, Paper.calm]
    }

    GridLayout {
        anchors.fill: parent
        columns: Paper.wide ? 2 : 1
        columnSpacing: Paper.margin
        rowSpacing: Paper.space

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.minimumHeight: plastic.height

            Rectangle {
                id: plastic

                // The card is seen from its edge when half of the turn is done.
                readonly property real turn: motion.even(0)

                anchors.centerIn: parent
                width: Math.min(parent.width, 640 * Paper.unit)
                height: width * 0.6
                radius: Paper.radius
                color: turn < 0.5 ? Paper.coins : Paper.rewards
                transform: Scale {
                    origin.x: plastic.width / 2
                    xScale: Math.abs(2 * plastic.turn - 1)
                }

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Paper.margin
                    visible: plastic.turn >= 0.5

                    BigText {
                        Layout.fillWidth: true
                        text: scene.moments.text
                        color: Paper.onStrong("rewards")
                        maximumLineCount: 1
                    }

                    Item {
                        Layout.fillHeight: true
                    }

                    BigHeading {
                        Layout.fillWidth: true
                        text: scene.moments.name
                        color: Paper.onStrong("rewards")
                        font.pixelSize: Paper.title * 1.3
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 28
                        maximumLineCount: 1
                    }
                }

                CoinMark {
                    anchors.centerIn: parent
                    size: plastic.height * 0.6
                    visible: plastic.turn < 0.5
                }
            }

            BadgePicture {
                readonly property real stamp: motion.part(1)

                anchors.right: plastic.right
                anchors.bottom: plastic.bottom
                anchors.rightMargin: -width / 4
                anchors.bottomMargin: -width / 4
                width: Math.round(plastic.width * 0.3)
                picture: scene.moments.picture
                scale: 2 - stamp
                opacity: stamp
                rotation: 12
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            spacing: Paper.space

            Item {
                Layout.fillHeight: true
            }

            BigHeading {
                Layout.fillWidth: true
                text: scene.moments.title
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                BigText {
                    Layout.fillWidth: true
                    text: scene.moments.barTitle
                }

                BigText {
                    text: scene.moments.barFigures
                    color: Paper.muted
                    wrapMode: Text.NoWrap
                }
            }

            Meter {
                Layout.fillWidth: true
                follows: false
                value: scene.moments.barAfter * motion.part(2)
                kind: scene.moments.barKind
                label: scene.moments.barTitle + " " + scene.moments.barFigures
            }

            BigButton {
                Layout.fillWidth: true
                visible: scene.moments.gift !== "" && !scene.moments.claimed
                    && scene.moments.refused === ""
                text: qsTr("Take your gift: %1").arg(scene.moments.gift)
                kind: "coins"
                onClicked: scene.moments.claim()
            }

            Tag {
                Layout.fillWidth: true
                visible: text !== ""
                kind: scene.moments.claimed ? "good" : "coins"
                text: scene.moments.claimed ? qsTr("It is yours: %1").arg(scene.moments.gift)
                    : scene.moments.refused
                size: Paper.body
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
