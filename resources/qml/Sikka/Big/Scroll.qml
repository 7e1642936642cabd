pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// Content that may be higher than its place: pulled with a finger. A bar at the side and paper
// fading in below say that there is more.
Item {
    id: scroll

    default property alias content: inside.data
    property alias spacing: inside.spacing
    readonly property bool longer: flick.contentHeight > height

    implicitHeight: inside.implicitHeight

    Flickable {
        id: flick

        anchors.fill: parent
        clip: true
        contentWidth: width
        contentHeight: inside.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: scroll.longer

        Column {
            id: inside

            width: scroll.width - (scroll.longer ? bar.width + Paper.gap : 0)
            spacing: Paper.space
        }
    }

    Rectangle {
        width: parent.width
        height: Paper.target / 2
        anchors.bottom: parent.bottom
        visible: scroll.longer && !flick.atYEnd

        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Paper.page, 0)
            }

            GradientStop {
                position: 1
                color: Paper.page
            }
        }
    }

    Rectangle {
        id: bar

        anchors.right: parent.right
        y: flick.visibleArea.yPosition * scroll.height
        width: Math.round(10 * Paper.unit)
        height: flick.visibleArea.heightRatio * scroll.height
        visible: scroll.longer
        radius: width / 2
        color: Paper.fieldLine
    }
}
