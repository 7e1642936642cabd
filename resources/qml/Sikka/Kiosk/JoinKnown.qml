pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// No new card with this number: who the number belongs to is not said.
ColumnLayout {
    id: step

    required property KioskViewModel kiosk

    spacing: Paper.space

    BigText {
        Layout.fillWidth: true
        text: step.kiosk.join.known
        font.pixelSize: Paper.large
    }

    BigButton {
        Layout.fillWidth: true
        text: qsTr("Sign in with phone and PIN")
        kind: "rewards"
        onClicked: step.kiosk.go("signin")
    }

    BigButton {
        Layout.fillWidth: true
        text: qsTr("Back")
        kind: ""
        onClicked: step.kiosk.join.back()
    }

    Item {
        Layout.fillHeight: true
    }
}
