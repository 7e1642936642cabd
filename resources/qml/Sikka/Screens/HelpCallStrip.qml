pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Somebody at a kiosk waits for a person: it stays until one of the staff says they go.
Rectangle {
    id: strip

    required property HelpCallsViewModel help
    property bool canAnswer: true

    visible: help.sentence !== ""
    implicitHeight: visible ? row.implicitHeight + 12 : 0
    color: Theme.badTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: help.sentence

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.inset
        anchors.rightMargin: Theme.space
        spacing: Theme.space

        Body {
            Layout.fillWidth: true
            text: strip.help.sentence
            color: Theme.badTintInk
            weight: Theme.bold
            Accessible.ignored: true
        }

        KeyButton {
            visible: strip.canAnswer
            text: strip.help.action
            key: "Shift+F4"
            keyLabel: "⇧F4"
            focusPolicy: Qt.NoFocus
            onClicked: strip.help.answer()
        }
    }
}
