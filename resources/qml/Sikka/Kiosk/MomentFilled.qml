pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// My goal is full: the ring closes, the lid opens, and the reward can be taken.
MomentScene {
    id: scene

    running: motion.running
    onSettle: motion.settle()

    Motion {
        id: motion

        steps: [Paper.calm, Paper.slow, Paper.quick]
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
            Layout.minimumHeight: ring.height

            Ring {
                id: ring

                anchors.centerIn: parent
                // Standing, the words below come first.
                width: Math.min(parent.width, 480 * Paper.unit, scene.height * (Paper.wide ? 1 : 0.32))
                height: width
                value: 0.8 + 0.2 * motion.part(0)
                follows: false

                GiftBox {
                    anchors.centerIn: parent
                    width: parent.width * 0.66
                    height: width * 1.2
                    open: motion.part(1)

                    CoinMark {
                        anchors.centerIn: parent
                        size: parent.width * 0.8
                    }
                }
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
                font.pixelSize: Paper.title * 1.2
            }

            BigHeading {
                Layout.fillWidth: true
                text: scene.moments.text
                color: Paper.onTint("rewards")
            }

            BigText {
                Layout.fillWidth: true
                text: scene.moments.detail
                color: Paper.muted
            }

            BigButton {
                Layout.fillWidth: true
                text: qsTr("Take it")
                kind: "good"
                opacity: motion.part(2)
                onClicked: scene.moments.take()
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
