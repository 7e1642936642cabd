pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Every voucher of the member the shop still knows.
ColumnLayout {
    id: page

    required property DeskVouchersViewModel vouchers

    spacing: 12

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.vouchers.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        model: page.vouchers.rows
        chosen: page.vouchers.chosen
        focus: true
        Keys.onUpPressed: page.vouchers.move(-1)
        Keys.onDownPressed: page.vouchers.move(1)

        delegate: ChoiceRow {
            required property int index

            required title
            required detail

            selected: index === page.vouchers.chosen
            onClicked: page.vouchers.choose(index)
        }
    }

    Body {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.vouchers.comes
        color: Theme.muted
        font.pixelSize: Theme.small
    }

    KeyButton {
        Layout.fillWidth: true
        text: qsTr("Cancel this voucher")
        key: "F7"
        danger: true
        enabled: page.vouchers.canVoid
        onClicked: page.vouchers.voidVoucher()
    }

    Component.onCompleted: list.forceActiveFocus()
}
