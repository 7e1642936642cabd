pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// Content that may be higher than its place: pulled with a finger, with a bar that shows there is more.
Flickable {
    id: scroll

    default property alias content: inside.data
    property alias spacing: inside.spacing

    clip: true
    contentWidth: width
    contentHeight: inside.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height

    ScrollBar.vertical: ScrollBar {
        policy: scroll.contentHeight > scroll.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        width: 10 * Paper.unit
    }

    Column {
        id: inside

        width: scroll.width - (scroll.contentHeight > scroll.height ? 22 * Paper.unit : 0)
        spacing: Paper.space
    }
}
