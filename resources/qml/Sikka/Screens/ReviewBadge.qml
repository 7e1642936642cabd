pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// How much waits for a supervisor; the key works also when nothing does.
AbstractButton {
    id: badge

    required property CounterViewModel counter
    required property bool canOpen
    property bool brief: false

    visible: canOpen && counter.review.badge !== ""
    implicitHeight: Theme.target
    implicitWidth: pill.implicitWidth
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: counter.review.aloud
    onClicked: counter.openPanel("review")

    background: null

    contentItem: Item {
        Pill {
            id: pill

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            color: badge.down ? Theme.barInk : Theme.amber
            ink: Theme.amberInk
            text: badge.brief ? badge.counter.review.badge
                : qsTr("Review: %1").arg(badge.counter.review.badge)
            Accessible.ignored: true
        }
    }

    Shortcut {
        sequence: "Shift+F10"
        autoRepeat: false
        enabled: badge.canOpen
        onActivated: badge.counter.openPanel("review")
    }
}
