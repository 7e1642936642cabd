pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Across the screen while something about the connection must be known; nothing covers anything.
Rectangle {
    id: strip

    required property ConnectionViewModel connection
    property bool canOpen: true

    signal opened(string panel)

    readonly property color ink: connection.kind === "bad" ? Theme.badTintInk
        : connection.kind === "info" ? Theme.indigoTintInk : Theme.waitingTintInk

    visible: connection.sentence !== ""
    implicitHeight: visible ? row.implicitHeight + 12 : 0
    color: connection.kind === "bad" ? Theme.badTint
        : connection.kind === "info" ? Theme.indigoTint : Theme.waitingTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [connection.sentence, connection.detail].filter(part => part !== "").join(" ")

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.inset
        anchors.rightMargin: Theme.space
        spacing: Theme.space

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Body {
                Layout.fillWidth: true
                text: strip.connection.sentence
                color: strip.ink
                weight: Theme.medium
                Accessible.ignored: true
            }

            Body {
                Layout.fillWidth: true
                visible: text !== ""
                text: strip.connection.detail
                color: strip.ink
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }

        KeyButton {
            visible: strip.canOpen
            text: strip.connection.action
            key: "Shift+F3"
            keyLabel: "⇧F3"
            focusPolicy: Qt.NoFocus
            onClicked: strip.opened(strip.connection.panel)
        }
    }
}
