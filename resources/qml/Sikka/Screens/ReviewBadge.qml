pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// How much waits for a supervisor.
AbstractButton {
    id: badge

    required property CounterViewModel counter
    property bool brief: false

    implicitHeight: Theme.target
    implicitWidth: Math.max(Theme.target, ground.implicitWidth)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: counter.review.aloud
    onClicked: counter.openPanel("review")

    background: null

    contentItem: Item {
        implicitWidth: ground.implicitWidth

        Rectangle {
            id: ground

            anchors.centerIn: parent
            implicitWidth: Math.max(implicitHeight, label.implicitWidth + 2 * (badge.brief ? Theme.gap : Theme.space))
            implicitHeight: label.implicitHeight + 12
            radius: height / 2
            color: badge.down ? Theme.barInk : Theme.amber

            Body {
                id: label

                anchors.centerIn: parent
                text: badge.brief ? badge.counter.review.badge
                    : qsTr("Review: %1").arg(badge.counter.review.badge)
                color: Theme.amberInk
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
