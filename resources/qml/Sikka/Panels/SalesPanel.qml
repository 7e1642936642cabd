pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.ViewModels

// The sales of today: void one, or add a forgotten card.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property TodaysSalesViewModel sales: counter.todaysSales

    title: qsTr("Today's sales")
    onBack: counter.back()

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.sales.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.sales.sales
        chosen: panel.sales.chosen
        focus: true
        Keys.onUpPressed: panel.sales.move(-1)
        Keys.onDownPressed: panel.sales.move(1)

        delegate: ChoiceRow {
            required property int index
            required property string number
            required property string hour
            required property string coins

            required amount
            required struck
            required note

            title: number
            detail: [hour, coins].filter(part => part !== "").join(" · ")
            selected: index === panel.sales.chosen
            onClicked: panel.sales.choose(index)
        }
    }

    Body {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.sales.claimHint
    }

    Banner {
        Layout.fillWidth: true
        kind: "bad"
        text: panel.sales.message
    }

    actions: [
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Void")
            key: "F7"
            stacked: true
            danger: true
            enabled: panel.sales.canVoid
            onClicked: panel.sales.voidSale()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Print")
            key: "Ctrl+P"
            stacked: true
            enabled: panel.sales.canPrint
            onClicked: panel.sales.printSale()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            text: panel.sales.claim
            key: "F12"
            stacked: true
            primary: true
            enabled: panel.sales.canClaim
            onClicked: panel.sales.claimSale()
        }
    ]

    Component.onCompleted: list.forceActiveFocus()
}
