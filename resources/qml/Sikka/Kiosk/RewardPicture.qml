pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// What kind of reward it is, drawn; `picture` is percent, fixed, item, sample, service, credit or
// tickets.
Rectangle {
    id: frame

    property string picture: ""
    property real size: 110 * Paper.unit

    implicitWidth: size
    implicitHeight: size
    radius: Paper.smallRadius
    color: Paper.tint(picture === "tickets" ? "play" : "rewards")

    Image {
        anchors.centerIn: parent
        width: Math.round(frame.width * 0.74)
        height: width
        source: frame.picture ? Qt.resolvedUrl("../../../icons/rewards/" + frame.picture + ".svg") : ""
        sourceSize: Qt.size(width, width)
        Accessible.ignored: true
    }
}
