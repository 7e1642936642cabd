pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Everything that can be done from the bill, each with its key. What a chosen line takes stands in
// the place of what the bill takes; every key works all the same.
ColumnLayout {
    id: actions

    required property CounterViewModel counter
    required property bool shown
    readonly property BillViewModel bill: counter.bill
    readonly property bool onLine: bill.selected >= 0

    spacing: 8

    RowLayout {
        Layout.fillWidth: true
        visible: actions.onLine
        spacing: 8

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown && actions.onLine
            text: qsTr("Quantity")
            key: "F6"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: actions.bill.askQuantity()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown && actions.onLine
            text: qsTr("Discount")
            key: "F7"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: actions.bill.askDiscount()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown && actions.onLine
            text: qsTr("Remove")
            key: "Shift+F7"
            keyLabel: "⇧F7"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: actions.bill.removeLine()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: !actions.onLine
        spacing: 8

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown && !actions.onLine
            text: qsTr("Discount")
            key: "F7"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: actions.bill.askDiscount()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown && !actions.onLine
            text: qsTr("Coins")
            key: "F4"
            stacked: true
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("Use coins")
            onClicked: actions.counter.openPanel("coins")
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown && !actions.onLine
            text: qsTr("Codes")
            key: "Shift+F6"
            keyLabel: "⇧F6"
            stacked: true
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("Vouchers and codes")
            onClicked: actions.counter.openPanel("codes")
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: actions.shown && !actions.onLine
            text: qsTr("Credit")
            key: "Shift+F5"
            keyLabel: "⇧F5"
            stacked: true
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("Store credit")
            onClicked: actions.counter.openPanel("credit")
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

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
        sequence: "F6"
        enabled: actions.shown && !actions.onLine
        onActivated: actions.bill.askQuantity()
    }

    Shortcut {
        sequence: "Shift+F7"
        enabled: actions.shown && !actions.onLine
        onActivated: actions.bill.removeLine()
    }

    Shortcut {
        sequence: "F4"
        enabled: actions.shown && actions.onLine
        onActivated: actions.counter.openPanel("coins")
    }

    Shortcut {
        sequence: "Shift+F6"
        enabled: actions.shown && actions.onLine
        onActivated: actions.counter.openPanel("codes")
    }

    Shortcut {
        sequence: "Shift+F5"
        enabled: actions.shown && actions.onLine
        onActivated: actions.counter.openPanel("credit")
    }

    Shortcut {
        sequence: "Escape"
        enabled: actions.shown
        onActivated: actions.counter.back()
    }
}
