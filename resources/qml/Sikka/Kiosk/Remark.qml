pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style

// Something the kiosk says over the screen: to what was scanned, to a call. A touch takes it away.
Rectangle {
    id: remark

    property string text: ""
    property string kind: "coins"

    signal dismissed

    implicitHeight: words.implicitHeight + 2 * Paper.gap
    radius: Paper.radius
    color: Paper.tint(kind)
    border.width: Paper.focusLine
    border.color: Paper.strong(kind)

    BigText {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Paper.space
        text: remark.text
        color: Paper.onTint(remark.kind)
        font.pixelSize: Paper.large
        weight: Paper.medium
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.AlertMessage
    }

    TapHandler {
        onTapped: remark.dismissed()
    }
}
