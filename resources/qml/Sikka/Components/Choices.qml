pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// A list to choose from by keys or touch; it keeps the chosen row in sight.
ListView {
    id: choices

    property int chosen: -1
    readonly property alias bar: mark
    // How wide rows are that leave the bar its place.
    readonly property real room: width - (mark.size < 1 ? mark.width + 4 : 0)

    clip: true
    spacing: 2
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: chosen
    highlightMoveDuration: Theme.quick
    // Rows out of sight are made bit by bit: a panel that closes meanwhile would cut one short.
    cacheBuffer: 0
    ScrollBar.vertical: ScrollMark {
        id: mark
    }
}
