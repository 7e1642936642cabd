pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// My vouchers: the list, one of them, the question before it goes back, what came of that.
Item {
    id: screen

    required property KioskViewModel kiosk
    readonly property VouchersViewModel vouchers: kiosk.vouchers

    VoucherList {
        anchors.fill: parent
        visible: screen.vouchers.step === "list"
        vouchers: screen.vouchers
    }

    VoucherShown {
        anchors.fill: parent
        visible: screen.vouchers.step === "one"
        vouchers: screen.vouchers
    }

    ColumnLayout {
        anchors.fill: parent
        visible: screen.vouchers.step === "sure"
        spacing: Paper.space

        Item {
            Layout.fillHeight: true
        }

        BigHeading {
            Layout.fillWidth: true
            text: qsTr("Give this voucher back?")
            font.pixelSize: Paper.number
            horizontalAlignment: Text.AlignHCenter
        }

        BigHeading {
            Layout.fillWidth: true
            text: screen.vouchers.title
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 3
        }

        BigText {
            Layout.fillWidth: true
            text: screen.vouchers.coinsBack
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignHCenter
        }

        Tag {
            Layout.fillWidth: true
            visible: text !== ""
            size: Paper.body
            text: screen.vouchers.away
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Paper.gap

            BigButton {
                text: qsTr("No, keep it")
                kind: ""
                enabled: !screen.vouchers.busy
                onClicked: screen.vouchers.back()
            }

            BigButton {
                text: qsTr("Yes, coins back")
                kind: "coins"
                enabled: !screen.vouchers.busy
                onClicked: screen.vouchers.confirm()
            }
        }
    }

    ToldCard {
        anchors.fill: parent
        visible: screen.vouchers.step === "told"
        title: screen.vouchers.doneTitle
        detail: screen.vouchers.doneText
        action: qsTr("My vouchers")
        onGoneOn: screen.vouchers.back()
    }
}
