pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The one giant answer: green with what to hand over, or red with why not and what next.
FocusScope {
    id: card

    required property HandOverViewModel handOver
    readonly property string kind: handOver.kind
    readonly property color ground: kind === "good" ? Paper.good : kind === "bad" ? Paper.bad
                                                                               : Paper.goodTint
    readonly property color ink: kind === "good" ? Paper.goodInk : kind === "bad" ? Paper.badInk
                                                                              : Paper.goodTintInk

    focus: true
    Keys.onReturnPressed: handOver.act()
    Keys.onEnterPressed: handOver.act()

    ColumnLayout {
        anchors.fill: parent
        spacing: Paper.gap

        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            radius: Paper.radius
            color: card.ground
            Accessible.role: Accessible.AlertMessage
            Accessible.name: [card.handOver.headline, card.handOver.ticket, card.handOver.thing,
                              card.handOver.count, card.handOver.who, card.handOver.check,
                              card.handOver.step].filter(part => part !== "").join(". ")

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Paper.inset
                spacing: Paper.gap

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Paper.space

                    BigHeading {
                        Layout.fillWidth: true
                        text: [card.handOver.headline, card.handOver.count].filter(
                                  part => part !== "").join(" · ")
                        color: card.ink
                        font.pixelSize: Paper.number
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Paper.title
                        maximumLineCount: 2
                        Accessible.ignored: true
                    }

                    BigHeading {
                        visible: card.handOver.ticket !== "" && card.kind !== "done"
                        text: card.handOver.ticket
                        color: card.ink
                        font.pixelSize: Math.round(Paper.number * 1.4)
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }

                    TornTicket {
                        visible: card.handOver.ticket !== "" && card.kind === "done"
                        number: card.handOver.ticket
                    }
                }

                BigHeading {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    text: card.handOver.thing
                    color: card.ink
                    font.pixelSize: Paper.giant
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Paper.body
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }

                BigHeading {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: card.handOver.who
                    color: card.ink
                    // A long name must not make the reward small.
                    font.pixelSize: text.length > 40 ? Paper.large : Paper.title
                    maximumLineCount: 3
                    Accessible.ignored: true
                }

                BigText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: card.handOver.check
                    color: card.ink
                    font.pixelSize: Paper.large
                    maximumLineCount: 2
                    Accessible.ignored: true
                }

                BigText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: card.handOver.step
                    color: card.ink
                    font.pixelSize: Paper.large
                    weight: Paper.medium
                    maximumLineCount: 3
                    Accessible.ignored: true
                }
            }
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: card.handOver.note
            font.pixelSize: Paper.small
            Accessible.role: Accessible.AlertMessage
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Paper.gap

            KeyedButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                // What is over is left by Enter too.
                visible: card.kind === "good"
                text: qsTr("Back")
                key: "Escape"
                keyLabel: "Esc"
                kind: ""
                onClicked: card.handOver.back()
            }

            KeyedButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 2.2
                text: card.handOver.action
                keyLabel: "⏎"
                kind: card.kind === "good" ? "good" : "dark"
                size: Paper.large
                enabled: !card.handOver.busy
                focusPolicy: Qt.NoFocus
                onClicked: card.handOver.act()
            }
        }

        RowLayout {
            Layout.fillWidth: true
            // Without a key in it, it would take half of the place.
            visible: card.handOver.canSeeAll || card.handOver.canGiveBack
            spacing: Paper.gap

            KeyedButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                visible: card.handOver.canSeeAll
                text: qsTr("What else?")
                key: "F4"
                kind: ""
                onClicked: card.handOver.seeAll()
            }

            KeyedButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                visible: card.handOver.canGiveBack
                text: qsTr("Give back")
                key: "F5"
                kind: ""
                onClicked: card.handOver.giveBack()
            }

            KeyedButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                visible: card.handOver.canReprint
                text: qsTr("Reprint")
                key: "F6"
                kind: ""
                onClicked: card.handOver.reprint()
            }
        }
    }
}
