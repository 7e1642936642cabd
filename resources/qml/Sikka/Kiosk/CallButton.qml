pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Calls a person; only the bell where there is little room.
BigButton {
    required property KioskViewModel kiosk

    text: Paper.room.width >= 1200 ? qsTr("Call us") : ""
    kind: ""
    size: Paper.body
    symbol: Qt.resolvedUrl("../../../icons/bell.svg")
    Accessible.name: qsTr("Call us")
    onClicked: kiosk.calling.call()
}
