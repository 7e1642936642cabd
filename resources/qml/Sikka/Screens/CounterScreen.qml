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
    readonly property CounterViewModel counter: station.counter as CounterViewModel
    readonly property string panel: counter.approval.wanted ? "approval"
        : counter.memberPin.wanted ? "memberPin" : counter.panel
    // These get the station as well.
    readonly property list<string> stations: ["connection", "conflicts"]

    TopBar {
        id: bar

        width: parent.width
        station: screen.station
        badged: screen.counter.review.badge !== ""
        onOpened: panel => screen.counter.openPanel(panel)

        badge: ReviewBadge {
            brief: bar.narrow
            counter: screen.counter
        }
    }

    Shortcut {
        sequence: "Shift+F10"
        autoRepeat: false
        onActivated: screen.counter.openPanel("review")
    }

    // The list of sales and the closed days print the chosen one by the same key.
    Shortcut {
        sequence: "Ctrl+P"
        enabled: !["sales", "today"].includes(screen.counter.panel)
        onActivated: screen.station.printing.again()
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
                    id: opened

                    // By file: what nobody has opened yet is not read before the first bill.
                    function open(panel: string) {
                        const file = panel.charAt(0).toUpperCase() + panel.slice(1) + "Panel.qml";
                        if (panel === "bill")
                            source = "";
                        else
                            setSource(Qt.resolvedUrl("../Panels/" + file), screen.stations.includes(panel) ? {
                                "counter": screen.counter,
                                "station": screen.station
                            } : {
                                "counter": screen.counter
                            });
                    }

                    anchors.fill: parent
                    focus: true
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

    onPanelChanged: {
        opened.open(panel);
        if (panel === "bill")
            entryPad.take();
    }
    Component.onCompleted: {
        opened.open(panel);
        entryPad.take();
    }
}
