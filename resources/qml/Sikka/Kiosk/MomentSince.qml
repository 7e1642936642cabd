pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// Since last time: the old total, the last bill slides in, its coins fly into the ring, one bar
// moves, and one sentence says what is next.
MomentScene {
    id: scene

    running: motion.running
    onSettle: motion.settle()

    Motion {
        id: motion

        steps: [Paper.calm, Paper.slow, Paper.calm, Paper.quick]
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Paper.space

        GridLayout {
            id: grid

            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: Paper.wide ? 2 : 1
            columnSpacing: Paper.margin
            rowSpacing: Paper.space

            BigCard {
                id: bill

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: told.implicitHeight + 2 * Paper.margin
                Layout.alignment: Qt.AlignVCenter
                transform: Translate {
                    x: (motion.part(0) - 1) * (bill.width + Paper.margin)
                }

                ColumnLayout {
                    id: told

                    anchors.fill: parent
                    anchors.margins: Paper.margin
                    spacing: Paper.gap

                    BigHeading {
                        Layout.fillWidth: true
                        text: scene.moments.title
                    }

                    BigText {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: scene.moments.text
                        color: Paper.muted
                    }

                    BigText {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: scene.moments.detail
                        color: Paper.onTint("coins")
                        font.pixelSize: Paper.small
                    }
                }
            }

            Item {
                id: middle

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1

                Ring {
                    id: ring

                    anchors.centerIn: parent
                    width: Math.min(parent.width, parent.height, 460 * Paper.unit)
                    height: width
                    value: scene.moments.ringBefore
                        + (scene.moments.ringAfter - scene.moments.ringBefore) * motion.part(1)
                    follows: false

                    BigHeading {
                        anchors.centerIn: parent
                        width: parent.width
                        text: scene.moments.number(Math.round(scene.moments.before
                            + (scene.moments.after - scene.moments.before) * motion.part(1)))
                        font.pixelSize: Paper.number * 1.2
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 28
                        maximumLineCount: 1
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: scene.moments.barTitle !== ""
            spacing: Paper.gap / 2

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                BigText {
                    Layout.fillWidth: true
                    text: scene.moments.barTitle
                    weight: Paper.medium
                }

                BigText {
                    text: motion.even(2) > 0 ? scene.moments.barFigures : scene.moments.barFiguresBefore
                    color: Paper.muted
                    wrapMode: Text.NoWrap
                }
            }

            Meter {
                Layout.fillWidth: true
                follows: false
                value: scene.moments.barBefore
                    + (scene.moments.barAfter - scene.moments.barBefore) * motion.part(2)
                kind: scene.moments.barKind
                label: scene.moments.barTitle + ", " + scene.moments.barFigures
            }
        }

        BigHeading {
            Layout.fillWidth: true
            text: scene.moments.next
            color: Paper.onTint("rewards")
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignHCenter
            opacity: motion.part(3)
        }
    }

    CoinFlight {
        anchors.fill: parent
        coins: scene.moments.flying
        way: motion.even(1)
        from: Qt.point(grid.x + bill.x + bill.width / 2, grid.y + bill.y + bill.height / 2)
        to: Qt.point(grid.x + middle.x + middle.width / 2, grid.y + middle.y + middle.height / 2)
    }
}
