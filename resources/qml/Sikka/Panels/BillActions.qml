pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Everything that can be done from the bill, each with its key.
ColumnLayout {
    id: actions

    required property CounterViewModel counter
    required property bool shown
    readonly property BillViewModel bill: counter.bill

    spacing: 8

    RowLayout {
        Layout.fillWidth: true
        visible: actions.bill.hasLines
        spacing: 8

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown
            text: qsTr("Quantity")
            key: "F6"
            focusPolicy: Qt.NoFocus
            onClicked: actions.bill.askQuantity()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown
            text: qsTr("Discount")
            key: "F7"
            focusPolicy: Qt.NoFocus
            onClicked: actions.bill.askDiscount()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown
            text: qsTr("Remove")
            key: "Shift+F7"
            keyLabel: "⇧F7"
            focusPolicy: Qt.NoFocus
            onClicked: actions.bill.removeLine()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        Repeater {
            model: [
                {
                    panel: "coins",
                    text: qsTr("Use coins"),
                    key: "F4"
                },
                {
                    panel: "return",
                    text: qsTr("Return"),
                    key: "F5"
                },
                {
                    panel: "hold",
                    text: qsTr("Hold"),
                    key: "F8"
                },
                {
                    panel: "held",
                    text: qsTr("On hold"),
                    key: "F9"
                },
                {
                    panel: "sales",
                    text: qsTr("Today"),
                    key: "F10"
                }
            ]

            KeyButton {
                id: action

                required property var modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                visible: actions.shown
                text: modelData.text
                key: modelData.key
                keyLabel: modelData.panel === "held" && actions.counter.held.count !== ""
                          ? key + " · " + actions.counter.held.count : key
                stacked: true
                focusPolicy: Qt.NoFocus
                onClicked: modelData.panel === "hold" ? actions.counter.hold()
                                                      : actions.counter.openPanel(modelData.panel)
            }
        }
    }

    KeyButton {
        Layout.fillWidth: true
        implicitHeight: Theme.target + 12
        visible: actions.shown
        text: qsTr("Record sale")
        key: "F12"
        primary: true
        focusPolicy: Qt.NoFocus
        onClicked: actions.counter.record()
    }

    Shortcut {
        sequence: "Escape"
        enabled: actions.shown
        onActivated: actions.counter.back()
    }
}
