pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// What happened with the coins; a tap shows why.
ColumnLayout {
    id: screen

    required property KioskViewModel kiosk
    readonly property HistoryViewModel history: kiosk.history

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        text: qsTr("What happened with your coins")
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: screen.history.nothing
        color: Paper.muted
        font.pixelSize: Paper.large
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Paper.gap

        Repeater {
            model: screen.history.entries

            HistoryEntry {
                width: parent ? parent.width : 0
                onClicked: screen.history.toggle(event)
            }
        }

        BigButton {
            width: parent ? parent.width : 0
            visible: screen.history.more
            text: qsTr("Show earlier ones")
            kind: ""
            onClicked: screen.history.showMore()
        }
    }
}
