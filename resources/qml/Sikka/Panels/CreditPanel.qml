pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Store credit: use it on the bill, take money in for it, pay it out.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property CreditViewModel credit: counter.credit as CreditViewModel

    title: credit.way === "in" ? qsTr("Top up store credit")
                               : credit.way === "out" ? qsTr("Pay out store credit")
                                                      : qsTr("Use store credit")
    subtitle: credit.balance
    onBack: counter.back()

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.credit.nothing
    }

    Field {
        id: amount

        Layout.fillWidth: true
        visible: panel.credit.possible
        label: panel.credit.amountLabel
        value: panel.credit.amount
        error: panel.credit.wrong === "amount" ? panel.credit.message : ""
        big: true
        maximumLength: 12
        onEdited: text => panel.credit.typeAmount(text)
        onAccepted: panel.credit.way === "in" ? receipt.take() : panel.credit.act()
    }

    RowLayout {
        Layout.fillWidth: true
        visible: panel.credit.way === "in"
        spacing: 12

        Field {
            id: receipt

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Receipt number from the till")
            value: panel.credit.receipt
            error: panel.credit.wrong === "receipt" ? panel.credit.message : ""
            maximumLength: 60
            onEdited: text => panel.credit.typeReceipt(text)
            onAccepted: code.take()
        }

        Field {
            id: code

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Bonus code (may be left out)")
            value: panel.credit.code
            error: panel.credit.wrong === "code" ? panel.credit.message : ""
            maximumLength: 30
            onEdited: text => panel.credit.typeCode(text)
            onAccepted: panel.credit.act()
        }
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        KeyButton {
            text: panel.credit.way === "use" ? qsTr("Top up")
                : panel.credit.way === "in" && panel.credit.canPayOut ? qsTr("Pay out")
                                                                     : qsTr("Use on the bill")
            key: "F3"
            onClicked: panel.credit.nextWay()
        }

        KeyButton {
            visible: panel.credit.way === "use" && panel.credit.isUsed
            text: qsTr("Use none")
            key: "F8"
            onClicked: panel.credit.useNone()
        }

        KeyButton {
            visible: text !== ""
            text: panel.credit.takeBack
            key: "F7"
            danger: true
            onClicked: panel.credit.giveBack()
        }
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: panel.credit.action
        key: "F12"
        primary: true
        enabled: panel.credit.ready
        onClicked: panel.credit.act()
    }

    Connections {
        target: panel.credit

        function onWayChanged() {
            amount.take();
        }
    }

    Component.onCompleted: amount.take()
}
