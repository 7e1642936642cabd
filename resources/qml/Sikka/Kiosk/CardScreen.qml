pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The member's card, to photograph.
GridLayout {
    id: screen

    required property KioskViewModel kiosk
    readonly property CardViewModel card: kiosk.card

    columns: Paper.wide ? 2 : 1
    columnSpacing: Paper.margin
    rowSpacing: Paper.space

    BigCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: Paper.wide ? 1 : Math.min(screen.width, screen.height * 0.5)
        Layout.minimumHeight: Paper.wide ? 0 : screen.height * 0.3

        QrCode {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height) - Paper.space
            visible: screen.card.size > 0
            size: screen.card.size
            modules: screen.card.modules
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code of your card")
        }

        BigText {
            anchors.centerIn: parent
            width: parent.width - 2 * Paper.margin
            visible: text !== ""
            text: screen.card.none
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignHCenter
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Paper.space

        BigHeading {
            Layout.fillWidth: true
            text: screen.card.title
        }

        BigText {
            Layout.fillWidth: true
            text: qsTr("Take a photo of it with your phone and show it at every purchase.")
            font.pixelSize: Paper.large
        }

        BigHeading {
            Layout.fillWidth: true
            text: screen.card.number
            font.pixelSize: Paper.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Paper.small
            maximumLineCount: 1
            color: Paper.rewardsTintInk
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: screen.card.waiting
            color: Paper.goodTintInk
        }

        Item {
            Layout.fillHeight: true
        }

        BigButton {
            Layout.fillWidth: true
            visible: screen.card.size > 0
            text: qsTr("Take a photo")
            kind: "rewards"
            onClicked: screen.card.photograph()
        }

        BigButton {
            Layout.fillWidth: true
            text: screen.card.joined ? qsTr("Next") : qsTr("Done")
            kind: screen.card.joined ? "good" : ""
            onClicked: screen.card.joined ? screen.kiosk.go("join") : screen.kiosk.home()
        }
    }
}
