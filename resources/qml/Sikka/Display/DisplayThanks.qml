pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Kiosk
import Sikka.Style
import Sikka.ViewModels

// Thank you: the bill's coins fly into the ring, a bar moves, and one sentence says what is next.
// On a special day the owner's note stands beside.
Item {
    id: scene

    required property ThanksViewModel thanks
    readonly property bool noted: thanks.noteTitle !== ""

    Motion {
        id: motion

        steps: [Paper.slow]
    }

    TapHandler {
        onTapped: motion.settle()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Paper.space

        BigHeading {
            Layout.fillWidth: true
            text: scene.thanks.title
            font.pixelSize: Paper.number
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Paper.large
            maximumLineCount: 1
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

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
                Layout.fillHeight: scene.noted
                Layout.preferredWidth: scene.thanks.hasCoins ? (scene.noted ? 7 : 5) : 1
                Layout.preferredHeight: told.implicitHeight + 2 * Paper.space
                Layout.alignment: Qt.AlignVCenter
                color: scene.noted ? Paper.tint("visits") : Paper.card

                ColumnLayout {
                    id: told

                    anchors.fill: parent
                    anchors.margins: Paper.space
                    spacing: Paper.gap

                    ThanksNote {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        visible: scene.noted
                        thanks: scene.thanks
                        lit: motion.even(0)
                    }

                    BigHeading {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: scene.thanks.coins
                        color: scene.noted ? Paper.onTint("visits") : Paper.ink
                        font.pixelSize: scene.noted ? Paper.large : Paper.title
                        maximumLineCount: 2
                    }

                    BigText {
                        Layout.fillWidth: true
                        visible: text !== "" && !scene.noted
                        text: scene.thanks.detail
                        color: Paper.onTint("coins")
                        font.pixelSize: Paper.small
                        maximumLineCount: 4
                    }

                    BigText {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: scene.thanks.join
                        font.pixelSize: Paper.large
                        maximumLineCount: 4
                        horizontalAlignment: Text.AlignHCenter
                    }

                    Tag {
                        Layout.fillWidth: true
                        visible: text !== "" && (!scene.noted || Paper.room.height >= 700)
                        kind: "rewards"
                        text: scene.thanks.gift
                    }

                    BigText {
                        Layout.fillWidth: true
                        visible: !scene.noted
                        text: scene.thanks.paid
                        color: Paper.muted
                        horizontalAlignment: scene.thanks.hasCoins ? Text.AlignLeft : Text.AlignHCenter
                        maximumLineCount: 1
                    }
                }
            }

            Item {
                id: middle

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 4
                Layout.minimumHeight: Paper.wide ? 0 : 420 * Paper.unit
                visible: scene.thanks.hasCoins

                Ring {
                    anchors.centerIn: parent
                    width: Math.min(parent.width, parent.height, 600 * Paper.unit)
                    height: width
                    value: scene.thanks.ringBefore
                        + (scene.thanks.ringAfter - scene.thanks.ringBefore) * motion.part(0)
                    follows: false

                    ColumnLayout {
                        anchors.centerIn: parent
                        width: parent.width
                        spacing: 0

                        BigHeading {
                            Layout.fillWidth: true
                            text: scene.thanks.number(Math.round(scene.thanks.before
                                + (scene.thanks.after - scene.thanks.before) * motion.part(0)))
                            font.pixelSize: Paper.number * 1.2
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 28
                            maximumLineCount: 1
                            horizontalAlignment: Text.AlignHCenter
                        }

                        BigText {
                            Layout.fillWidth: true
                            text: scene.thanks.balance
                            color: Paper.muted
                            font.pixelSize: Paper.small
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 24
                            maximumLineCount: 2
                            horizontalAlignment: Text.AlignHCenter
                        }
                    }
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: scene.thanks.barTitle !== "" && !(scene.noted && Paper.room.height < 700)
            spacing: Paper.gap / 2

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                BigText {
                    Layout.fillWidth: true
                    text: scene.thanks.barTitle
                    weight: Paper.medium
                    maximumLineCount: 1
                }

                BigText {
                    text: motion.even(0) > 0 ? scene.thanks.barFigures : scene.thanks.barFiguresBefore
                    color: Paper.muted
                    wrapMode: Text.NoWrap
                }
            }

            Meter {
                Layout.fillWidth: true
                follows: false
                value: scene.thanks.barBefore
                    + (scene.thanks.barAfter - scene.thanks.barBefore) * motion.part(0)
                kind: scene.thanks.barKind
                label: scene.thanks.barTitle + ", " + scene.thanks.barFigures
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== "" && Paper.room.height >= 700
                text: scene.thanks.barMissing
                color: Paper.muted
            }
        }

        BigHeading {
            Layout.fillWidth: true
            visible: text !== ""
            text: scene.thanks.next
            color: Paper.onTint("rewards")
            font.pixelSize: Paper.large
            maximumLineCount: 2
            horizontalAlignment: Text.AlignHCenter
        }
    }

    CoinFlight {
        // Out from under the bill, and never over the number.
        z: -1
        anchors.fill: parent
        coins: scene.thanks.flying
        way: motion.even(0)
        from: Qt.point(grid.x + bill.x + bill.width / 2, grid.y + bill.y + bill.height / 2)
        to: Qt.point(grid.x + middle.x + middle.width / 2, grid.y + middle.y + middle.height / 2)
    }
}
