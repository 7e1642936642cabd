pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// The languages to choose from, on the dark bar.
Row {
    id: keys

    required property LauncherViewModel launcher

    spacing: 2

    Repeater {
        model: keys.launcher.languages

        AbstractButton {
            id: language

            required property string code
            required property string label
            required property string name
            required property bool chosen

            width: Theme.target
            height: Theme.target
            focusPolicy: Qt.TabFocus
            Accessible.role: Accessible.Button
            Accessible.name: name
            Accessible.selected: chosen
            onClicked: keys.launcher.setLanguage(code)

            background: Rectangle {
                radius: Theme.smallRadius
                color: language.chosen ? Theme.barInk : "transparent"
                border.width: language.visualFocus ? Theme.focusLine : 0
                border.color: Theme.amber
            }

            contentItem: Body {
                text: language.label
                color: language.chosen ? Theme.ink : Theme.barMuted
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
