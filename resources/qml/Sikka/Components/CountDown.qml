pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// Time running out: a bar that empties once over `milliseconds`, from when it becomes visible.
Item {
    id: countDown

    property int milliseconds: 5000
    property bool running: false

    implicitHeight: 6

    onRunningChanged: running ? shrink.restart() : shrink.stop()

    Rectangle {
        id: rest

        height: parent.height
        width: parent.width
        radius: height / 2
        color: Theme.good

        NumberAnimation {
            id: shrink

            target: rest
            property: "width"
            from: countDown.width
            to: 0
            duration: countDown.milliseconds
        }
    }
}
