pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// Something pointed out, large, with the way to use it.
Rectangle {
    id: strip

    required property string text
    required property string action
    required property string screen
    required property string kind
    property bool standing: false

    signal chosen

    implicitHeight: grid.implicitHeight + 2 * Paper.gap
    radius: Paper.radius
    color: Paper.tint(kind)
    border.width: Paper.highContrast ? 3 : 0
    border.color: Paper.line

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: Paper.gap
        anchors.leftMargin: Paper.space
        columns: 2
        columnSpacing: Paper.gap
        rowSpacing: Paper.gap / 2

        BigHeading {
            Layout.fillWidth: true
            text: strip.text
            color: Paper.onTint(strip.kind)
            font.pixelSize: strip.kind !== "coins" ? Paper.body : strip.standing
                ? Math.round((Paper.body + Paper.large) / 2) : Paper.large
            weight: strip.kind === "coins" ? Paper.bold : Paper.medium
        }

        BigButton {
            visible: strip.action !== ""
            text: strip.action
            kind: strip.kind
            size: Paper.small
            onClicked: strip.chosen()
        }
    }
}
