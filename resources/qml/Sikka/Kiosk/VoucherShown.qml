pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// One voucher, large, to show or to photograph.
ColumnLayout {
    id: one

    required property VouchersViewModel vouchers

    spacing: Paper.gap

    TicketPaper {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumWidth: Paper.wide ? 1300 * Paper.unit : Paper.room.width
        heading: one.vouchers.ticket !== "" ? qsTr("Your number") : ""
        ticketNumber: one.vouchers.ticket
        title: one.vouchers.title
        picture: one.vouchers.picture
        code: one.vouchers.number
        until: one.vouchers.until
        codeSize: one.vouchers.codeSize
        modules: one.vouchers.code
        torn: one.vouchers.torn
    }

    BigHeading {
        Layout.fillWidth: true
        text: one.vouchers.torn ? qsTr("Handed over. Enjoy it!") : one.vouchers.how
        color: one.vouchers.torn ? Paper.goodTintInk : Paper.ink
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: one.vouchers.waiting
        color: Paper.goodTintInk
        horizontalAlignment: Text.AlignHCenter
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Paper.gap

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: qsTr("Back")
            kind: ""
            onClicked: one.vouchers.back()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            visible: one.vouchers.canCancel
            text: qsTr("Give it back for coins")
            kind: ""
            onClicked: one.vouchers.cancel()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            visible: one.vouchers.codeSize > 0
            text: qsTr("Take a photo")
            kind: "rewards"
            onClicked: one.vouchers.photograph()
        }
    }
}
