pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// Text to read: Noto Sans.
Label {
    id: words

    property int weight: Paper.regular

    color: Paper.ink
    font.family: Paper.textFamily
    font.pixelSize: Paper.body
    font.variableAxes: ({
            wght: words.weight
        })
    // A name may hold signs that would otherwise be read as markup.
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    elide: Label.ElideRight
}
