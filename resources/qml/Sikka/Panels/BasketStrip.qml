pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Bills of the till that wait, above the bill on screen; the key works also when none does.
Rectangle {
    id: strip

    required property CounterViewModel counter
    readonly property BasketsViewModel baskets: counter.baskets
    readonly property color ink: baskets.bad ? Theme.badTintInk : Theme.indigoTintInk

    visible: baskets.strip !== "" && counter.panel !== "baskets"
    implicitHeight: row.implicitHeight + 8
    radius: Theme.smallRadius
    color: baskets.bad ? Theme.badTint : Theme.indigoTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: baskets.strip

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: 4
        spacing: Theme.space

        Body {
            Layout.fillWidth: true
            text: strip.baskets.strip
            color: strip.ink
            weight: Theme.medium
            Accessible.ignored: true
        }

        KeyButton {
            text: qsTr("Show")
            keyLabel: "⇧F9"
            focusPolicy: Qt.NoFocus
            onClicked: strip.counter.openPanel("baskets")
        }
    }

    Shortcut {
        sequence: "Shift+F9"
        autoRepeat: false
        onActivated: strip.counter.openPanel("baskets")
    }
}
