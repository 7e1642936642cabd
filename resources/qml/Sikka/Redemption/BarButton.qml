pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// A picture on the dark bar, with its name for whoever cannot see it, and its key.
AbstractButton {
    id: button

    property string key: ""
    property url symbol: ""

    implicitWidth: Paper.target
    implicitHeight: Paper.target
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    Shortcut {
        sequences: button.key ? [button.key] : []
        autoRepeat: false
        enabled: button.enabled && button.visible && button.key !== ""
        onActivated: button.click()
    }

    background: Rectangle {
        radius: Paper.smallRadius
        color: "transparent"
        border.width: button.down ? Paper.focusLine : 0
        border.color: Paper.darkInk
    }

    contentItem: Item {
        Image {
            anchors.centerIn: parent
            source: button.symbol
            sourceSize: Qt.size(Math.round(Paper.target * 0.5), Math.round(Paper.target * 0.5))
        }
    }
}
