pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The switches of how the kiosk is shown; with `explained` each says what it does.
GridLayout {
    id: switches

    required property AccessViewModel access
    property bool explained: false

    columns: explained ? (Paper.wide ? 2 : 1) : Paper.wide ? 5 : 2
    columnSpacing: Paper.gap
    rowSpacing: Paper.gap

    Repeater {
        model: [
            {
                "name": "largeText",
                "label": qsTr("Large text"),
                "detail": qsTr("Bigger letters, and more time before the end")
            },
            {
                "name": "highContrast",
                "label": qsTr("Strong contrast"),
                "detail": qsTr("Black on white, with thick lines")
            },
            {
                "name": "reducedMotion",
                "label": qsTr("No motion"),
                "detail": qsTr("Nothing moves on the screen")
            },
            {
                "name": "lowReach",
                "label": qsTr("Lower down"),
                "detail": qsTr("All buttons within reach from a chair")
            },
            {
                "name": "readAloud",
                "label": qsTr("Read aloud"),
                "detail": qsTr("The screen is read to you")
            }
        ]

        BigSwitch {
            required property var modelData

            Layout.fillWidth: true
            Layout.fillHeight: switches.explained
            Layout.preferredWidth: 1
            visible: modelData.name !== "readAloud" || switches.access.voice
            text: modelData.label
            detail: switches.explained ? modelData.detail : ""
            size: switches.explained ? Paper.large : Paper.small
            on: switches.access[modelData.name]
            onClicked: switches.access.toggle(modelData.name)
        }
    }
}
