pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// The coin: amber with a darker edge and the first letter of सिक्का.
Rectangle {
    id: coin

    property real size: Paper.large * 1.2

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: Paper.coins
    border.color: Paper.coinsEdge
    border.width: Math.max(2, size * 0.09)
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        text: "स"
        color: Paper.coinsInk
        font.family: Paper.displayFamily
        font.pixelSize: coin.size * 0.52
        font.variableAxes: ({
                wght: Paper.bold
            })
        Accessible.ignored: true
    }
}
