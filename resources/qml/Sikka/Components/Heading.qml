pragma ComponentBehavior: Bound

import QtQuick.Controls.Basic
import QtQuick
import Sikka.Style

// Headings and numbers: Baloo 2, on one line, never cut without an ellipsis.
Label {
    color: Theme.ink
    font.family: Theme.displayFamily
    font.pixelSize: Theme.title
    font.weight: Font.DemiBold
    elide: Label.ElideRight
}
