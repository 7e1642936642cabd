pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// A short remark on the tint of its kind.
Rectangle {
    id: tag

    property alias text: label.text
    property string kind: "coins"
    property alias size: label.font.pixelSize

    implicitWidth: label.implicitWidth + 2 * Paper.space
    implicitHeight: label.implicitHeight + Paper.gap
    radius: Math.min(height / 2, Paper.smallRadius)
    color: Paper.tint(kind)

    BigText {
        id: label

        anchors.fill: parent
        anchors.leftMargin: Paper.gap
        anchors.rightMargin: Paper.gap
        color: Paper.onTint(tag.kind)
        font.pixelSize: Paper.small
        weight: Paper.medium
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
