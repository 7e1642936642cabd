pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Under the sign-in: the way to the practice shop; inside it, who signs in how and a new start.
Item {
    id: strip

    required property TrainingViewModel training
    readonly property bool shown: training.canPractise || training.active

    implicitHeight: shown ? row.implicitHeight + 2 * Theme.gap : 0
    visible: shown

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.inset
        width: parent.width - 2 * Theme.inset
        spacing: Theme.space

        Body {
            Layout.fillWidth: true
            text: strip.training.message || strip.training.people
                || qsTr("New here? Practise in a shop of its own: nothing there counts.")
            color: strip.training.message === "" ? Theme.muted : Theme.ink
        }

        KeyButton {
            visible: strip.training.canPractise || strip.training.canLeave
            text: strip.training.active ? qsTr("Start practice over") : qsTr("Practise")
            key: strip.training.active ? "Ctrl+Shift+N" : "Ctrl+Shift+T"
            keyLabel: ""
            enabled: !strip.training.busy
            focusPolicy: Qt.NoFocus
            onClicked: strip.training.practise()
        }
    }
}
