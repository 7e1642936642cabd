pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Whether the scanner works, and the way to the setup checks.
AbstractButton {
    id: button

    required property StationViewModel station

    implicitHeight: Theme.target
    implicitWidth: row.implicitWidth + 2 * Theme.gap
    focusPolicy: Qt.NoFocus
    enabled: station.staff !== ""
    Accessible.role: enabled ? Accessible.Button : Accessible.StaticText
    Accessible.name: station.scannerProblem || station.scanner

    background: Rectangle {
        radius: Theme.smallRadius
        color: button.down ? Theme.waitingTint : "transparent"
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.centerIn: parent
            spacing: 6

            Body {
                text: button.station.scanner
                color: button.station.scannerGood ? Theme.goodLight : Theme.badLight
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }

            Rectangle {
                Layout.preferredWidth: 12
                Layout.preferredHeight: 12
                radius: button.station.scannerGood ? 6 : 0
                color: button.station.scannerGood ? Theme.goodLight : Theme.badLight
            }
        }
    }

    Shortcut {
        sequence: "Ctrl+Shift+S"
        enabled: button.enabled
        onActivated: button.click()
    }
}
