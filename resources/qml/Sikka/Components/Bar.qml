pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// How far along: a filled bar, `value` from 0 to 1.
Rectangle {
    id: bar

    property real value: 0
    property color fill: Theme.violet

    implicitHeight: 12
    radius: height / 2
    color: Theme.track

    Rectangle {
        width: Math.max(bar.value > 0 ? height : 0, bar.width * Math.min(1, bar.value))
        height: parent.height
        radius: parent.radius
        color: bar.fill

        Behavior on width {
            NumberAnimation {
                duration: Theme.calm
                easing.type: Easing.OutCubic
            }
        }
    }
}
