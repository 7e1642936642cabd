pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// White paper on the page.
Rectangle {
    color: Theme.card
    radius: Theme.radius
    border.color: Theme.line
    border.width: 1
}
