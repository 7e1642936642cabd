pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The member's vouchers: what can be used on top, what is over below.
ColumnLayout {
    id: list

    required property VouchersViewModel vouchers

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        text: qsTr("My vouchers")
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: list.vouchers.nothing
        color: Paper.muted
        font.pixelSize: Paper.large
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Paper.gap

        Repeater {
            model: list.vouchers.ready

            VoucherLine {
                width: parent ? parent.width : 0
                onClicked: list.vouchers.look(id)
            }
        }

        BigText {
            width: parent ? parent.width : 0
            topPadding: Paper.gap
            visible: ended.count > 0
            text: qsTr("Over in the last two months")
            color: Paper.muted
        }

        Repeater {
            id: ended

            model: list.vouchers.over

            VoucherLine {
                width: parent ? parent.width : 0
                over: true
            }
        }
    }
}
