pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// Text to read: Noto Sans.
Label {
    id: body

    property int weight: Theme.regular

    color: Theme.ink
    font.family: Theme.textFamily
    font.pixelSize: Theme.body
    font.variableAxes: ({
            wght: body.weight
        })
    // A name may hold signs that would otherwise be read as markup.
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
