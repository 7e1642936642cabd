pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// A box with a ribbon; `open` from 0 to 1 lifts the lid, and what is inside comes up.
Item {
    id: box

    property real open: 0
    property string kind: "rewards"
    default property alias content: inside.data

    implicitWidth: 320 * Paper.unit
    implicitHeight: implicitWidth * 1.3

    Item {
        id: inside

        anchors.horizontalCenter: parent.horizontalCenter
        width: box.width * 0.7
        height: width
        y: box.height * (0.5 - 0.42 * box.open)
        visible: box.open > 0
    }

    Rectangle {
        id: body

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: box.width * 0.84
        height: box.height * 0.5
        radius: Paper.smallRadius
        color: Paper.strong(box.kind)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width * 0.16
            height: parent.height
            color: Paper.coins
        }
    }

    Item {
        x: -box.open * box.width * 0.3
        y: box.height * (0.38 - 0.3 * box.open)
        width: box.width
        height: box.height * 0.15
        rotation: -32 * box.open

        Rectangle {
            anchors.fill: parent
            radius: Paper.smallRadius
            color: Qt.darker(Paper.strong(box.kind), 1.25)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: box.width * 0.135
                height: parent.height
                color: Paper.coins
            }
        }

        Repeater {
            model: [-1, 1]

            Rectangle {
                required property int modelData

                anchors.bottom: parent.top
                anchors.bottomMargin: -height * 0.12
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.horizontalCenterOffset: modelData * width * 0.46
                width: box.width * 0.2
                height: width * 0.62
                radius: height / 2
                rotation: modelData * 24
                color: "transparent"
                border.width: width * 0.16
                border.color: Paper.coins
            }
        }
    }
}
