pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// One answer to tap. What was right in a quiz is green and says so, not by its colour alone.
AbstractButton {
    id: choice

    required property string id
    required property string label
    required property bool chosen
    required property string mark
    property bool stars: false
    readonly property bool narrow: width < 3 * Paper.target

    readonly property string kind: mark === "right" ? "good" : mark === "wrong" ? "bad" : chosen ? "rewards" : ""
    readonly property color inkColor: kind === "" ? Paper.ink : Paper.onTint(kind)

    implicitHeight: Math.max(Paper.target, content.implicitHeight + 2 * Paper.gap)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: stars ? qsTr("%1 of 5 stars").arg(label) : label
    Accessible.checkable: true
    Accessible.checked: chosen
    Keys.onReturnPressed: click()

    background: Rectangle {
        radius: Paper.smallRadius
        color: choice.down ? Paper.pressed : choice.kind === "" ? Paper.card : Paper.tint(choice.kind)
        border.width: choice.visualFocus ? Paper.focusLine : choice.kind === "" ? 2 : 3
        border.color: choice.kind === "" ? (choice.visualFocus ? Paper.rewards : Paper.line) : Paper.strong(choice.kind)
    }

    contentItem: RowLayout {
        id: content

        spacing: Paper.gap

        BigHeading {
            Layout.fillWidth: true
            Layout.leftMargin: choice.narrow ? 0 : Paper.space
            text: choice.stars ? choice.label + " ★" : choice.label
            color: choice.inkColor
            font.pixelSize: Paper.large
            weight: Paper.medium
            horizontalAlignment: choice.narrow ? Text.AlignHCenter : Text.AlignLeft
            Accessible.ignored: true
        }

        BigText {
            Layout.rightMargin: Paper.gap
            visible: choice.mark !== ""
            text: choice.mark === "right" ? qsTr("right") : qsTr("your answer")
            color: choice.inkColor
            font.pixelSize: Paper.small
        }
    }
}
