pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style
import Sikka.ViewModels

// The camera's mirrored picture with a frame that says where the card goes.
Item {
    id: view

    property alias source: preview.source

    CameraPreview {
        id: preview

        anchors.fill: parent
        Accessible.ignored: true
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height) * 0.7
        height: width
        radius: Paper.radius
        color: "transparent"
        border.width: Paper.focusLine * 2
        border.color: Paper.coins
    }
}
