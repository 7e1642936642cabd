pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style

// The number that was served: once it is on the screen its ticket tears in two.
Item {
    id: ticket

    property string number: ""
    property real apart: 0

    implicitWidth: Math.round(Paper.number * 2.8)
    implicitHeight: Math.round(Paper.number * 1.6)
    onVisibleChanged: visible ? tear.restart() : tear.stop()
    Component.onCompleted: if (visible) tear.restart()

    NumberAnimation {
        id: tear

        target: ticket
        property: "apart"
        from: 0
        to: 1
        duration: Paper.calm
        easing.type: Easing.OutBack
    }

    Repeater {
        model: [-1, 1]

        Item {
            id: half

            required property int modelData
            readonly property bool first: modelData < 0

            x: (first ? 0 : ticket.width / 2) + modelData * ticket.apart * Paper.gap
            width: ticket.width / 2
            height: ticket.height
            rotation: modelData * ticket.apart * 5
            transformOrigin: first ? Item.TopRight : Item.TopLeft
            clip: true

            Rectangle {
                x: half.first ? 0 : -ticket.width / 2
                width: ticket.width
                height: ticket.height
                radius: Paper.smallRadius
                color: Paper.card
                border.color: Paper.goodTintInk
                border.width: 2

                BigHeading {
                    anchors.centerIn: parent
                    text: ticket.number
                    color: Paper.goodTintInk
                    font.pixelSize: Math.round(Paper.number * 1.1)
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
