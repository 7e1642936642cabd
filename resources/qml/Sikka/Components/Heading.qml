pragma ComponentBehavior: Bound

import QtQuick.Controls.Basic
import QtQuick
import Sikka.Style

// Headings and numbers: Baloo 2, on one line, never cut without an ellipsis.
Label {
    id: heading

    property int weight: Theme.bold

    color: Theme.ink
    font.family: Theme.displayFamily
    font.pixelSize: Theme.title
    font.variableAxes: ({
            wght: heading.weight
        })
    // A name may hold signs that would otherwise be read as markup.
    textFormat: Text.PlainText
    elide: Label.ElideRight
}
