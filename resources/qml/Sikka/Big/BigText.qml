pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// Text to read: Noto Sans.
Label {
    id: text

    property int weight: Paper.regular

    color: Paper.ink
    font.family: Paper.textFamily
    font.pixelSize: Paper.body
    font.variableAxes: ({
            wght: text.weight
        })
    wrapMode: Text.Wrap
    elide: Label.ElideRight
}
