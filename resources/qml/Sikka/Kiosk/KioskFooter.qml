pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// One tap to everything of the member's.
RowLayout {
    id: footer

    required property KioskViewModel kiosk

    spacing: Paper.gap

    Repeater {
        model: [
            {
                "screen": "home",
                "label": qsTr("My coins")
            },
            {
                "screen": "rewards",
                "label": qsTr("Rewards")
            },
            {
                "screen": "vouchers",
                "label": qsTr("My vouchers")
            },
            {
                "screen": "history",
                "label": qsTr("History")
            },
            {
                "screen": "help",
                "label": qsTr("Help")
            },
            {
                "screen": "access",
                "label": qsTr("Easier to read")
            }
        ]

        BigButton {
            required property var modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            text: modelData.label
            kind: footer.kiosk.screen === modelData.screen ? "dark" : ""
            size: Paper.small
            onClicked: footer.kiosk.go(modelData.screen)
        }
    }
}
