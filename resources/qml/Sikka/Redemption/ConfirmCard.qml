pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// One thing to say yes to: a reward for coins, with before and after, or giving a voucher back.
FocusScope {
    id: card

    required property HandOverViewModel handOver

    focus: true
    Keys.onReturnPressed: handOver.act()
    Keys.onEnterPressed: handOver.act()

    BigCard {
        anchors.fill: parent

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Paper.inset
            spacing: Paper.space

            BigHeading {
                Layout.fillWidth: true
                text: card.handOver.headline
                font.pixelSize: Paper.title
                maximumLineCount: 2
            }

            BigHeading {
                Layout.fillWidth: true
                Layout.fillHeight: true
                text: card.handOver.thing
                color: Paper.rewardsTintInk
                font.pixelSize: Paper.giant
                fontSizeMode: Text.Fit
                minimumPixelSize: Paper.large
                verticalAlignment: Text.AlignVCenter
            }

            BigText {
                Layout.fillWidth: true
                text: card.handOver.who
                font.pixelSize: Paper.large
                maximumLineCount: 2
            }

            Rectangle {
                Layout.fillWidth: true
                implicitHeight: sums.implicitHeight + 2 * Paper.gap
                visible: card.handOver.before !== ""
                radius: Paper.smallRadius
                color: Paper.coinsTint

                GridLayout {
                    id: sums

                    anchors.fill: parent
                    anchors.margins: Paper.gap
                    anchors.leftMargin: Paper.space
                    anchors.rightMargin: Paper.space
                    columns: 2

                    Repeater {
                        model: [
                            {
                                "name": qsTr("Coins now"),
                                "sum": card.handOver.before
                            },
                            {
                                "name": qsTr("Coins afterwards"),
                                "sum": card.handOver.after
                            }
                        ]

                        ColumnLayout {
                            id: sum

                            required property var modelData

                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            spacing: 0

                            BigText {
                                Layout.fillWidth: true
                                text: sum.modelData.name
                                color: Paper.coinsTintInk
                                font.pixelSize: Paper.small
                            }

                            BigHeading {
                                Layout.fillWidth: true
                                text: sum.modelData.sum
                                color: Paper.coinsTintInk
                                font.pixelSize: Paper.number
                            }
                        }
                    }
                }
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.handOver.step
                font.pixelSize: Paper.large
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.handOver.note
                color: Paper.badTintInk
                font.pixelSize: Paper.large
                Accessible.role: Accessible.AlertMessage
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: qsTr("Back")
                    key: "Escape"
                    keyLabel: "Esc"
                    kind: ""
                    onClicked: card.handOver.back()
                }

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    text: card.handOver.action
                    keyLabel: "⏎"
                    kind: card.handOver.stage === "giveback" ? "bad" : "rewards"
                    size: Paper.large
                    enabled: !card.handOver.busy
                    focusPolicy: Qt.NoFocus
                    onClicked: card.handOver.act()
                }
            }
        }
    }
}
