pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// A short status on a coloured ground.
Rectangle {
    property alias text: label.text
    property alias ink: label.color

    implicitHeight: label.implicitHeight + 12
    implicitWidth: label.implicitWidth + 2 * Theme.inset
    radius: height / 2

    Body {
        id: label

        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        font.pixelSize: Theme.small
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
}
