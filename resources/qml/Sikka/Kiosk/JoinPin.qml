pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// After joining: a PIN, to come in without the card.
ColumnLayout {
    id: step

    required property KioskViewModel kiosk

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        text: qsTr("Card forgotten? Come in with a PIN")
    }

    BigText {
        Layout.fillWidth: true
        text: qsTr("With your phone number and a PIN you see your coins without the card. For "
            + "large rewards we ask for the PIN too.")
        color: Paper.muted
        font.pixelSize: Paper.large
    }

    BigButton {
        Layout.fillWidth: true
        text: qsTr("Choose a PIN")
        kind: "rewards"
        onClicked: step.kiosk.pin.choose()
    }

    BigButton {
        Layout.fillWidth: true
        text: qsTr("Next")
        kind: ""
        onClicked: step.kiosk.join.done()
    }

    Item {
        Layout.fillHeight: true
    }
}
