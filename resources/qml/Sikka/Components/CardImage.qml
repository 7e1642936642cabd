import QtQuick
import Sikka.Style

// A member's card as it is printed: somebody can take a picture of it or compare it.
Rectangle {
    id: card

    property string picture: ""
    property string name: ""

    implicitWidth: 340
    implicitHeight: Math.round(implicitWidth * 54 / 85.6)
    radius: Theme.smallRadius
    color: Theme.card
    border.width: 1
    border.color: Theme.line

    Image {
        anchors.fill: parent
        anchors.margins: Theme.gap
        fillMode: Image.PreserveAspectFit
        source: card.picture
        // Made small once and well: drawn for a printer, it has six dots for each of a screen.
        sourceSize: Qt.size(width, height)
        Accessible.role: Accessible.Graphic
        Accessible.name: card.name
    }
}
