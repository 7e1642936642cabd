pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// How the kiosk is shown to this person, and their PIN.
Scroll {
    id: screen

    required property KioskViewModel kiosk

    BigHeading {
        width: parent.width
        text: qsTr("Easier to read and reach")
    }

    BigText {
        width: parent.width
        visible: screen.kiosk.present
        text: qsTr("It will be like this again at your next visit.")
        color: Paper.muted
    }

    AccessSwitches {
        width: parent.width
        access: screen.kiosk.access
        explained: true
    }

    GridLayout {
        width: parent.width
        visible: screen.kiosk.present
        columns: Paper.wide ? 2 : 1
        columnSpacing: Paper.gap
        rowSpacing: Paper.gap

        BigButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Choose or change my PIN")
            kind: "rewards"
            onClicked: screen.kiosk.pin.choose()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Show my card")
            kind: ""
            onClicked: screen.kiosk.go("card")
        }
    }

    BigButton {
        width: parent.width
        visible: !screen.kiosk.present
        text: qsTr("Done")
        onClicked: screen.kiosk.home()
    }
}
