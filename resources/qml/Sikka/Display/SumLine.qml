pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// What it is, and how much: one line of a sum.
RowLayout {
    id: line

    property string label: ""
    property string amount: ""
    property color ink: Paper.ink
    property int size: Paper.body
    property bool strong: false

    spacing: Paper.gap

    BigText {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignBaseline
        text: line.label
        color: line.ink
        font.pixelSize: line.strong ? Paper.large : line.size
        maximumLineCount: 3
    }

    BigHeading {
        Layout.alignment: Qt.AlignBaseline
        text: line.amount
        color: line.ink
        font.pixelSize: line.size
        wrapMode: Text.NoWrap
        weight: line.strong ? Paper.bold : Paper.medium
    }
}
