pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// Headings and numbers: Baloo 2.
Label {
    id: heading

    property int weight: Paper.bold

    color: Paper.ink
    font.family: Paper.displayFamily
    font.pixelSize: Paper.title
    font.variableAxes: ({
            wght: heading.weight
        })
    lineHeight: 0.85
    // A name may hold signs that would otherwise be read as markup.
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    elide: Label.ElideRight
}
