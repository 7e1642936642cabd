pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// White paper with round corners on the page.
Rectangle {
    color: Paper.card
    radius: Paper.radius
    border.color: Paper.line
    border.width: Paper.highContrast ? 3 : 1
}
