pragma ComponentBehavior: Bound

import QtQuick

// A badge's drawing; of one not won yet, its outline.
Image {
    required property string picture

    source: picture ? Qt.resolvedUrl("../../../icons/badges/" + picture + ".svg") : ""
    sourceSize: Qt.size(Math.round(width), Math.round(width))
    height: width
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
