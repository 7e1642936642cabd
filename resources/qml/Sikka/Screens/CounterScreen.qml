pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Panels
import Sikka.Style
import Sikka.ViewModels

// Member left, work in the middle, pad right. Nothing here ever covers the bill's total unasked.
Item {
    id: screen

    required property StationViewModel station
    readonly property CounterViewModel counter: station.counter
    readonly property string panel: counter.approval.wanted ? "approval"
        : counter.memberPin.wanted ? "memberPin" : counter.panel

    TopBar {
        id: bar

        width: parent.width
        station: screen.station
    }

    RowLayout {
        anchors.fill: parent
        anchors.topMargin: bar.height + Theme.space
        anchors.margins: Theme.space
        spacing: Theme.space

        MemberPanel {
            Layout.fillWidth: false
            Layout.preferredWidth: Math.min(460, Math.max(280, screen.width * 0.28))
            Layout.fillHeight: true
            counter: screen.counter
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 12

            Banner {
                id: banner

                Layout.fillWidth: true
                kind: screen.counter.kind
                text: screen.counter.message
                detail: screen.counter.detail

                KeyButton {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: Math.max(150, implicitWidth)
                    visible: screen.counter.gift !== ""
                    text: qsTr("Gift given")
                    key: "Ctrl+G"
                    focusPolicy: Qt.NoFocus
                    Accessible.name: qsTr("Gift given: %1").arg(screen.counter.gift)
                    onClicked: screen.counter.handOverGift()
                }

                ColumnLayout {
                    visible: screen.counter.canUndo
                    spacing: 2

                    KeyButton {
                        Layout.preferredWidth: 150
                        text: qsTr("Undo")
                        key: "Shift+F12"
                        keyLabel: "⇧F12"
                        focusPolicy: Qt.NoFocus
                        onClicked: screen.counter.undo()
                    }

                    CountDown {
                        Layout.fillWidth: true
                        milliseconds: screen.counter.undoMs
                        running: screen.counter.canUndo
                    }
                }
            }

            BasketStrip {
                Layout.fillWidth: true
                counter: screen.counter
            }

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                BillPanel {
                    anchors.fill: parent
                    visible: screen.panel === "bill"
                    counter: screen.counter
                }

                Loader {
                    anchors.fill: parent
                    active: screen.panel !== "bill"
                    focus: true
                    sourceComponent: {
                        switch (screen.panel) {
                        case "find":
                            return find;
                        case "enrol":
                            return enrol;
                        case "codes":
                            return codes;
                        case "coins":
                            return coins;
                        case "credit":
                            return credit;
                        case "why":
                            return why;
                        case "return":
                            return returnDesk;
                        case "today":
                            return today;
                        case "sales":
                            return sales;
                        case "held":
                            return held;
                        case "cards":
                            return cards;
                        case "baskets":
                            return baskets;
                        case "desk":
                            return memberDesk;
                        case "review":
                            return review;
                        case "setup":
                            return setup;
                        case "connection":
                            return connection;
                        case "conflicts":
                            return conflicts;
                        case "approval":
                            return approval;
                        case "memberPin":
                            return memberPin;
                        }
                        return null;
                    }
                }
            }
        }

        EntryPad {
            id: entryPad

            Layout.fillWidth: false
            Layout.preferredWidth: Math.min(380, Math.max(216, screen.width * 0.22))
            Layout.fillHeight: true
            counter: screen.counter
            inBill: screen.panel === "bill"
        }
    }

    Component {
        id: find

        FindPanel {
            counter: screen.counter
        }
    }

    Component {
        id: enrol

        EnrolPanel {
            counter: screen.counter
        }
    }

    Component {
        id: codes

        CodesPanel {
            counter: screen.counter
        }
    }

    Component {
        id: coins

        CoinsPanel {
            counter: screen.counter
        }
    }

    Component {
        id: credit

        CreditPanel {
            counter: screen.counter
        }
    }

    Component {
        id: why

        WhyPanel {
            counter: screen.counter
        }
    }

    Component {
        id: returnDesk

        ReturnPanel {
            counter: screen.counter
        }
    }

    Component {
        id: today

        TodayPanel {
            counter: screen.counter
        }
    }

    Component {
        id: sales

        SalesPanel {
            counter: screen.counter
        }
    }

    Component {
        id: held

        HeldPanel {
            counter: screen.counter
        }
    }

    Component {
        id: cards

        CardsPanel {
            counter: screen.counter
        }
    }

    Component {
        id: baskets

        BasketsPanel {
            counter: screen.counter
        }
    }

    Component {
        id: memberDesk

        DeskPanel {
            counter: screen.counter
        }
    }

    Component {
        id: review

        ReviewPanel {
            counter: screen.counter
        }
    }

    Component {
        id: setup

        SetupPanel {
            counter: screen.counter
        }
    }

    Component {
        id: connection

        ConnectionPanel {
            station: screen.station
        }
    }

    Component {
        id: conflicts

        ConflictsPanel {
            station: screen.station
        }
    }

    Component {
        id: memberPin

        MemberPinPanel {
            counter: screen.counter
        }
    }

    Component {
        id: approval

        ApprovalPanel {
            counter: screen.counter
        }
    }

    onPanelChanged: if (panel === "bill") entryPad.take()
    Component.onCompleted: entryPad.take()
}
