pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// A member types a PIN on the customer's display; here is only how far they are.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property MemberPinViewModel pin: counter.memberPin

    title: pin.title
    subtitle: pin.text
    onBack: counter.back()

    Item {
        Layout.fillHeight: true
    }

    Heading {
        Layout.fillWidth: true
        text: panel.pin.dots === "" ? qsTr("Waiting …") : panel.pin.dots
        horizontalAlignment: Text.AlignHCenter
    }

    Body {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.pin.message
        color: Theme.badTintInk
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
    }

    Item {
        Layout.fillHeight: true
    }

    actions: KeyButton {
        Layout.fillWidth: true
        visible: panel.pin.instead !== ""
        text: panel.pin.instead
        key: "F12"
        onClicked: panel.pin.bySupervisor()
    }
}
