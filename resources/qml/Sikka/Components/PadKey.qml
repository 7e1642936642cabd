pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// One key of a number pad. It never takes the focus: the field being typed into keeps it.
AbstractButton {
    id: padKey

    property url symbol: ""
    property bool wide: false

    focusPolicy: Qt.NoFocus
    implicitWidth: Theme.target
    implicitHeight: Theme.target
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: Theme.radius
        color: padKey.down ? Theme.pressed : Theme.card
        border.color: Theme.line
        border.width: 1
    }

    contentItem: Item {
        Heading {
            anchors.centerIn: parent
            visible: !image.visible
            text: padKey.text
            font.pixelSize: padKey.wide ? Theme.large : Theme.title
            weight: Theme.medium
            Accessible.ignored: true
        }

        Image {
            id: image

            anchors.centerIn: parent
            visible: padKey.symbol.toString() !== ""
            source: padKey.symbol
            sourceSize: Qt.size(32, 32)
        }
    }
}
