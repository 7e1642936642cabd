pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Somebody at a kiosk waits for a person: it stays until one of the staff says they go.
Rectangle {
    id: strip

    required property HelpCallsViewModel help
    property bool canAnswer: true

    visible: help.sentence !== ""
    implicitHeight: visible ? Math.max(Paper.target, lines.implicitHeight) + 2 * Paper.gap : 0
    color: Paper.visits
    Accessible.role: Accessible.AlertMessage
    Accessible.name: help.sentence

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Paper.inset
        anchors.rightMargin: Paper.gap
        spacing: Paper.space

        BigHeading {
            id: lines

            Layout.fillWidth: true
            text: strip.help.sentence
            color: Paper.visitsInk
            font.pixelSize: Paper.large
            maximumLineCount: 2
            Accessible.ignored: true
        }

        KeyedButton {
            visible: strip.canAnswer
            text: strip.help.action
            key: "F8"
            kind: ""
            focusPolicy: Qt.NoFocus
            onClicked: strip.help.answer()
        }
    }
}
