pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// A supervisor types a PIN, in place.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property ApprovalViewModel approval: counter.approval

    title: qsTr("A supervisor must agree")
    subtitle: approval.reason
    onBack: counter.back()

    Field {
        id: pin

        Layout.fillWidth: true
        label: qsTr("PIN of the supervisor")
        value: panel.approval.pin
        error: panel.approval.message
        secret: true
        big: true
        maximumLength: 8
        onEdited: text => panel.approval.typePin(text)
        onAccepted: panel.approval.submit()
    }

    Item {
        Layout.fillHeight: true
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: qsTr("Agree")
        key: "F12"
        primary: true
        enabled: panel.approval.pin !== ""
        onClicked: panel.approval.submit()
    }

    Component.onCompleted: pin.take()
}
