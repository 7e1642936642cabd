pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The shop's languages; nothing where there is only one.
Row {
    id: pills

    required property KioskViewModel kiosk

    spacing: Paper.gap

    Repeater {
        model: pills.kiosk.languages

        BigButton {
            required property string code
            required property string label
            required property string name
            required property bool chosen

            // The names in full where there is room, else two letters.
            text: Paper.room.width >= 1200 ? name : label
            kind: chosen ? "dark" : ""
            size: Paper.body
            Accessible.name: name
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: pills.kiosk.setLanguage(code)
        }
    }
}
