pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// The return desk: which bill, what of it, and what that does to coins and money.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property ReturnDeskViewModel desk: counter.returns
    readonly property bool stepsByKey: desk.choosing && !desk.byAmount
    // On a narrow screen the steppers of the lines do it; their keys work all the same.
    readonly property bool roomy: width > 560

    title: desk.choosing ? desk.title : qsTr("Return")
    subtitle: desk.choosing ? desk.about : desk.hint
    onBack: counter.back()

    Field {
        id: billNumber

        Layout.fillWidth: true
        visible: !panel.desk.choosing
        label: qsTr("Number on the bill")
        value: panel.desk.number
        big: true
        maximumLength: 40
        onEdited: text => panel.desk.typeNumber(text)
        onAccepted: panel.desk.enter()
        Keys.onUpPressed: panel.desk.move(-1)
        Keys.onDownPressed: panel.desk.move(1)
    }

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.desk.nothing
    }

    Choices {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !panel.desk.choosing
        model: panel.desk.found
        chosen: panel.desk.chosen

        delegate: ChoiceRow {
            required property int index
            required property string number
            required property string day

            required amount
            required note

            title: number
            detail: day
            selected: index === panel.desk.chosen
            onClicked: panel.desk.choose(index)
        }
    }

    Choices {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.desk.choosing && !panel.desk.byAmount
        model: panel.desk.lines
        chosen: panel.desk.chosen
        spacing: 6

        delegate: RowLayout {
            id: line

            required property int index
            required property string name
            required property string bought
            required property string back
            required property bool canLess
            required property bool canMore

            width: (ListView.view as Choices)?.room ?? 0
            spacing: 12

            Rectangle {
                Layout.fillHeight: true
                implicitWidth: 4
                radius: 2
                color: line.index === panel.desk.chosen ? Theme.indigo : "transparent"
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Body {
                    Layout.fillWidth: true
                    text: line.name
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }

                Body {
                    Layout.fillWidth: true
                    text: line.bought
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }

            Stepper {
                value: line.back
                of: line.name
                canLess: line.canLess
                canMore: line.canMore
                onLess: panel.desk.step(line.index, -1)
                onMore: panel.desk.step(line.index, 1)
            }
        }
    }

    Field {
        id: amount

        Layout.fillWidth: true
        visible: panel.desk.choosing && panel.desk.byAmount
        label: qsTr("Amount that comes back")
        value: panel.desk.amount
        big: true
        maximumLength: 14
        onEdited: text => panel.desk.typeAmount(text)
        onAccepted: receipt.take()
    }

    Item {
        Layout.fillHeight: true
        visible: panel.desk.choosing && panel.desk.byAmount
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: outcome.implicitHeight + 2 * 12
        visible: panel.desk.ready
        radius: Theme.radius
        color: Theme.indigoTint

        ColumnLayout {
            id: outcome

            anchors.fill: parent
            anchors.margins: 12
            anchors.leftMargin: Theme.space
            anchors.rightMargin: Theme.space
            spacing: 2

            Repeater {
                model: panel.desk.effects

                RowLayout {
                    id: effect

                    required property string text
                    required property string amount
                    required property string kind

                    Layout.fillWidth: true
                    spacing: 12

                    Body {
                        Layout.fillWidth: true
                        text: effect.text
                        font.pixelSize: Theme.small
                    }

                    Body {
                        visible: text !== ""
                        text: effect.amount
                        color: effect.kind === "taken" ? Theme.badTintInk
                            : effect.kind === "given" ? Theme.goodTintInk : Theme.ink
                        weight: Theme.bold
                        wrapMode: Text.NoWrap
                    }
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Hand back")
                    color: Theme.indigoTintInk
                    weight: Theme.medium
                }

                Heading {
                    text: panel.desk.handBack
                    color: Theme.indigoTintInk
                    font.pixelSize: Theme.number
                }
            }
        }
    }

    Banner {
        Layout.fillWidth: true
        kind: panel.desk.asks ? "info" : "bad"
        text: panel.desk.message
    }

    Field {
        id: receipt

        Layout.fillWidth: true
        visible: panel.desk.choosing
        label: qsTr("Number of the return, from the till")
        value: panel.desk.receipt
        maximumLength: 40
        onEdited: text => panel.desk.typeReceipt(text)
        onAccepted: panel.desk.record()
        Keys.onUpPressed: panel.desk.move(-1)
        Keys.onDownPressed: panel.desk.move(1)
    }

    actions: [
        KeyButton {
            visible: panel.desk.choosing
            text: qsTr("Everything")
            key: "F6"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: panel.desk.takeAll()
        },
        KeyButton {
            visible: panel.stepsByKey && panel.roomy
            text: qsTr("Less")
            key: "F7"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: panel.desk.stepChosen(-1)
        },
        KeyButton {
            visible: panel.stepsByKey && panel.roomy
            text: qsTr("More")
            key: "F8"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: panel.desk.stepChosen(1)
        },
        KeyButton {
            visible: panel.desk.choosing
            enabled: panel.desk.ready
            text: qsTr("Exchange")
            key: "F9"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: panel.desk.exchange()
        },
        KeyButton {
            Layout.fillWidth: true
            text: panel.desk.choosing ? qsTr("Record return") : qsTr("Find the bill")
            key: "F12"
            primary: true
            stacked: panel.desk.choosing
            enabled: !panel.desk.choosing || panel.desk.ready
            onClicked: panel.desk.choosing ? panel.desk.record() : panel.desk.enter()
        }
    ]

    Shortcut {
        sequence: "F7"
        enabled: panel.stepsByKey && !panel.roomy
        onActivated: panel.desk.stepChosen(-1)
    }

    Shortcut {
        sequence: "F8"
        enabled: panel.stepsByKey && !panel.roomy
        onActivated: panel.desk.stepChosen(1)
    }

    Connections {
        target: panel.desk

        function onSaleChosen() {
            if (panel.desk.byAmount)
                amount.take();
            else
                receipt.take();
        }

        function onReceiptWanted() {
            receipt.take();
        }
    }

    Connections {
        target: panel.counter

        function onPanelOpened() {
            if (!panel.desk.choosing)
                billNumber.take();
        }
    }

    Component.onCompleted: billNumber.take()
}
