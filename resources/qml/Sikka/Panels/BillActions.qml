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

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown
            text: qsTr("Use coins")
            key: "F4"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: actions.counter.openPanel("coins")
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown
            text: qsTr("Return")
            key: "F5"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: actions.counter.openPanel("return")
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            implicitHeight: Theme.target + 16
            visible: actions.shown
            text: qsTr("Record sale")
            key: "F12"
            primary: true
            focusPolicy: Qt.NoFocus
            onClicked: actions.counter.record()
        }
    }

    Shortcut {
        sequence: "Escape"
        enabled: actions.shown
        onActivated: actions.counter.back()
    }
}
