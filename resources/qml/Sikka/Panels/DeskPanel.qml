pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.ViewModels

// The member desk: a page for each thing that is done for a member.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property MemberDeskViewModel desk: counter.memberDesk as MemberDeskViewModel
    readonly property bool narrow: width < 520

    title: qsTr("Member desk")
    onBack: counter.back()

    GridLayout {
        Layout.fillWidth: true
        columns: 4
        columnSpacing: 6
        rowSpacing: 6

        Repeater {
            model: panel.desk.pages

            KeyButton {
                required property int index
                required property string code
                required property string label
                required property bool chosen

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: label
                key: "Ctrl+" + (index + 1)
                keyLabel: panel.narrow ? "" : "Ctrl " + (index + 1)
                stacked: !panel.narrow
                primary: chosen
                Accessible.selected: chosen
                onClicked: panel.desk.choose(code)
            }
        }
    }

    Banner {
        Layout.fillWidth: true
        kind: panel.desk.kind
        text: panel.desk.message
    }

    Loader {
        Layout.fillWidth: true
        Layout.fillHeight: true
        focus: true
        sourceComponent: {
            switch (panel.desk.page) {
            case "profile":
                return profile;
            case "cards":
                return cards;
            case "pin":
                return pin;
            case "coins":
                return coins;
            case "vouchers":
                return vouchers;
            case "history":
                return history;
            case "joining":
                return joining;
            }
            return ownData;
        }
    }

    Component {
        id: profile

        DeskProfile {
            profile: panel.desk.profile
        }
    }

    Component {
        id: cards

        DeskCards {
            cards: panel.counter.cards as CardsViewModel
        }
    }

    Component {
        id: pin

        DeskPin {
            pin: panel.desk.pin
        }
    }

    Component {
        id: coins

        DeskCoins {
            goodwill: panel.desk.goodwill
        }
    }

    Component {
        id: vouchers

        DeskVouchers {
            vouchers: panel.desk.vouchers
        }
    }

    Component {
        id: history

        DeskHistory {
            history: panel.desk.history
        }
    }

    Component {
        id: joining

        DeskJoining {
            joining: panel.desk.joining
        }
    }

    Component {
        id: ownData

        DeskOwnData {
            ownData: panel.desk.ownData
        }
    }

    Shortcut {
        sequence: "PgDown"
        onActivated: panel.desk.turn(1)
    }

    Shortcut {
        sequence: "PgUp"
        onActivated: panel.desk.turn(-1)
    }
}
