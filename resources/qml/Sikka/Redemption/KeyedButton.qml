pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style

// A big button that owns its key: what is written on it is what the key does.
BigButton {
    id: button

    property string key: ""
    property string keyLabel: key

    rightPadding: keyLabel !== "" ? hint.implicitWidth + 2 * Paper.gap : Paper.gap
    implicitWidth: Math.max(Paper.target, written.width + leftPadding + rightPadding + Paper.space)
    size: Paper.body

    TextMetrics {
        id: written

        text: button.text
        font.family: Paper.displayFamily
        font.pixelSize: button.size
    }

    Shortcut {
        sequences: button.key ? [button.key] : []
        // A key held down would go on to what the next screen's button does.
        autoRepeat: false
        enabled: button.enabled && button.visible && button.key !== ""
        onActivated: button.click()
    }

    BigText {
        id: hint

        anchors.right: parent.right
        anchors.rightMargin: Paper.gap
        anchors.verticalCenter: parent.verticalCenter
        visible: button.keyLabel !== ""
        text: button.keyLabel
        color: button.inkColor
        font.pixelSize: Paper.small
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
