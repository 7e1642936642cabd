pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style

// Across the screen while something about this station must be known; nothing covers anything.
Rectangle {
    id: strip

    property string sentence: ""
    property string detail: ""
    property bool bad: false

    readonly property color ink: bad ? Paper.badTintInk : Paper.coinsTintInk

    visible: sentence !== ""
    implicitHeight: visible ? lines.implicitHeight + Paper.gap : 0
    color: bad ? Paper.badTint : Paper.coinsTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [sentence, detail].filter(part => part !== "").join(" ")

    BigText {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Paper.inset
        anchors.verticalCenter: parent.verticalCenter
        text: [strip.sentence, strip.detail].filter(part => part !== "").join(" ")
        color: strip.ink
        font.pixelSize: Paper.small
        weight: Paper.medium
        Accessible.ignored: true
    }
}
