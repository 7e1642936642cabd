pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// A list to choose from by keys or touch; it keeps the chosen row in sight.
ListView {
    id: choices

    property int chosen: -1

    clip: true
    spacing: 2
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: chosen
    highlightMoveDuration: Theme.quick
    ScrollBar.vertical: ScrollBar {}
}
