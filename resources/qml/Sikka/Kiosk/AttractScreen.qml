pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Nobody is here: the shop's name and how to begin.
Item {
    id: screen

    required property KioskViewModel kiosk

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width
        spacing: Paper.space

        BigHeading {
            Layout.fillWidth: true
            text: screen.kiosk.shopName
            font.pixelSize: Paper.number
            horizontalAlignment: Text.AlignHCenter
        }

        BigText {
            Layout.fillWidth: true
            text: qsTr("Show your card to see your coins")
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignHCenter
        }

        LanguagePills {
            Layout.alignment: Qt.AlignHCenter
            kiosk: screen.kiosk
        }
    }
}
