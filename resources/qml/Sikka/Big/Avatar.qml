pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// A member's first letter on a disc.
Rectangle {
    property alias letter: label.text

    implicitWidth: Math.max(Paper.target, 84 * Paper.unit)
    implicitHeight: implicitWidth
    radius: width / 2
    color: Paper.rewards
    Accessible.ignored: true

    BigHeading {
        id: label

        anchors.centerIn: parent
        color: Paper.rewardsInk
        font.pixelSize: Paper.large
        Accessible.ignored: true
    }
}
