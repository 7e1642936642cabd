pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.ViewModels

// Vouchers and codes: scan or type one, or choose from the member's own.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property CodesViewModel codes: counter.codes as CodesViewModel

    title: qsTr("Vouchers and codes")
    onBack: counter.back()

    Field {
        id: code

        Layout.fillWidth: true
        label: qsTr("Voucher number or code: scan or type")
        value: panel.codes.typed
        wrong: panel.codes.message !== ""
        maximumLength: 60
        onEdited: text => panel.codes.typeCode(text)
        onAccepted: panel.codes.act()
        Keys.onUpPressed: panel.codes.move(-1)
        Keys.onDownPressed: panel.codes.move(1)
    }

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.codes.nothing
    }

    Choices {
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.codes.vouchers
        chosen: panel.codes.chosen

        delegate: ChoiceRow {
            required property int index

            required title
            required detail
            required note

            selected: index === panel.codes.chosen
            onClicked: panel.codes.choose(index)
        }
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: panel.codes.action
        key: "F12"
        primary: true
        enabled: panel.codes.canAct
        onClicked: panel.codes.act()
    }

    Component.onCompleted: code.take()
}
