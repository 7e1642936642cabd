pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// Something to switch on: the whole plate is tapped, a mark says whether it is on.
AbstractButton {
    id: plate

    property bool on: false
    property string detail: ""
    property int size: Paper.body

    implicitHeight: Math.max(Paper.target, words.implicitHeight + 2 * Paper.gap)
    // Not after the words: they are as wide as there is room, and wrap.
    implicitWidth: 3 * Paper.target
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.CheckBox
    Accessible.name: detail ? text + ". " + detail : text
    Accessible.checkable: true
    Accessible.checked: on

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Paper.smallRadius
        color: plate.down ? Paper.pressed : Paper.card
        border.width: plate.visualFocus || plate.on ? Paper.focusLine : 2
        border.color: plate.visualFocus ? Paper.coins : plate.on ? Paper.dark : Paper.line
    }

    contentItem: Item {
        Rectangle {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Paper.gap
            width: 40 * Paper.unit
            height: width
            radius: width / 4
            color: plate.on ? Paper.dark : Paper.field
            border.width: 3
            border.color: plate.on ? Paper.dark : Paper.fieldLine

            BigHeading {
                anchors.centerIn: parent
                visible: plate.on
                text: "✓"
                font.family: Paper.textFamily
                font.pixelSize: Paper.small
                color: Paper.darkInk
                Accessible.ignored: true
            }
        }

        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: mark.right
            anchors.right: parent.right
            anchors.leftMargin: Paper.gap
            anchors.rightMargin: Paper.gap / 2

            BigText {
                width: parent.width
                text: plate.text
                weight: Paper.medium
                font.pixelSize: plate.size
                maximumLineCount: 3
                Accessible.ignored: true
            }

            BigText {
                width: parent.width
                visible: text !== ""
                text: plate.detail
                color: Paper.muted
                font.pixelSize: Paper.small
                Accessible.ignored: true
            }
        }
    }
}
