pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style
import Sikka.ViewModels

// What is pointed out to the member: what lapses first, then what is within reach.
ColumnLayout {
    id: tips

    required property KioskViewModel kiosk
    property alias model: list.model
    readonly property int count: list.count
    // Text above its button where the column is narrow.
    property bool standing: false

    spacing: Paper.gap

    Repeater {
        id: list

        TipStrip {
            Layout.fillWidth: true
            standing: tips.standing
            onChosen: tips.kiosk.homeScreen.follow(screen)
        }
    }
}
