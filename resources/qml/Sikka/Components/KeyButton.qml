pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Style

// A button that owns its key: what is written on it is what the key does.
AbstractButton {
    id: button

    property string key: ""
    property string keyLabel: key
    property bool primary: false
    property bool quiet: false
    property bool danger: false
    property bool stacked: false

    readonly property color inkColor: !enabled ? Theme.muted : primary ? Theme.indigoInk
        : danger ? Theme.bad : Theme.ink

    implicitHeight: stacked ? Theme.target + 16 : Math.max(Theme.target, content.implicitHeight + 4)
    implicitWidth: content.implicitWidth + 2 * Theme.space
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    Shortcut {
        sequences: button.key ? [button.key] : []
        // A key held down would go on to the next panel's button: from "use coins" to "record".
        autoRepeat: false
        enabled: button.enabled && button.visible && button.key !== ""
        onActivated: button.click()
    }

    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        radius: Theme.smallRadius
        color: !button.enabled ? Theme.page
            : button.primary ? (button.down ? Qt.darker(Theme.indigo, 1.25) : Theme.indigo)
            : button.down ? Theme.pressed : button.quiet ? "transparent" : Theme.card
        border.width: button.visualFocus ? Theme.focusLine : button.quiet || button.primary ? 0 : 1
        border.color: button.visualFocus ? (button.primary ? Theme.amber : Theme.indigo) : Theme.line
    }

    contentItem: Item {
        implicitWidth: content.implicitWidth
        implicitHeight: content.implicitHeight

        GridLayout {
            id: content

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            flow: button.stacked ? GridLayout.TopToBottom : GridLayout.LeftToRight
            rows: button.stacked ? 2 : 1
            columns: button.stacked ? 1 : 2
            columnSpacing: 10
            rowSpacing: -4

            Label {
                Layout.fillWidth: true
                text: button.text
                textFormat: Text.PlainText
                color: button.inkColor
                font.family: Theme.displayFamily
                font.pixelSize: button.primary ? Theme.large : Theme.body
                font.variableAxes: ({
                        wght: Theme.medium
                    })
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            Label {
                Layout.alignment: Qt.AlignCenter
                visible: button.keyLabel !== ""
                text: button.keyLabel
                color: button.primary && button.enabled ? Theme.indigoInk : Theme.muted
                font.family: Theme.textFamily
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
