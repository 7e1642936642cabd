pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What happened, as the member reads it; the chosen line says why.
ColumnLayout {
    id: page

    required property DeskHistoryViewModel history

    spacing: 12

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.history.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.target
        model: page.history.rows
        chosen: page.history.chosen
        focus: true
        Keys.onUpPressed: page.history.move(-1)
        Keys.onDownPressed: page.history.move(1)

        delegate: ChoiceRow {
            required property int index
            required property string day
            required property string coins
            required property string credit

            required title

            detail: day
            amount: coins || credit
            note: coins ? credit : ""
            selected: index === page.history.chosen
            onClicked: page.history.choose(index)
        }
    }

    Flickable {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, 120)
        visible: page.history.why !== ""
        contentHeight: why.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollMark {}

        Body {
            id: why

            width: parent.width - 14
            text: page.history.why
            font.pixelSize: Theme.small
        }
    }

    KeyButton {
        Layout.fillWidth: true
        text: qsTr("Earlier")
        key: "F9"
        visible: page.history.more
        onClicked: page.history.showMore()
    }

    Component.onCompleted: list.forceActiveFocus()
}
