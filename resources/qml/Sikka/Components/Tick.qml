pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// A choice to tick, with its sentence; the whole line is the target.
CheckBox {
    id: tick

    implicitHeight: Math.max(Theme.target, label.implicitHeight + Theme.gap)
    spacing: 12
    Accessible.name: text

    indicator: Rectangle {
        x: 4
        y: (tick.height - height) / 2
        width: 28
        height: 28
        radius: 6
        color: tick.checked ? Theme.indigo : Theme.field
        border.width: tick.visualFocus ? Theme.focusLine : 2
        border.color: tick.visualFocus ? Theme.amber : tick.checked ? Theme.indigo : Theme.fieldLine

        Image {
            anchors.centerIn: parent
            visible: tick.checked
            source: Qt.resolvedUrl("../../../icons/check.svg")
            sourceSize: Qt.size(20, 20)
        }
    }

    contentItem: Body {
        id: label

        leftPadding: 40
        text: tick.text
        font.pixelSize: Theme.small
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
