pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Bills on hold.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property HeldViewModel held: counter.held

    title: qsTr("Bills on hold")
    onBack: counter.back()

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.held.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.held.bills
        chosen: panel.held.chosen
        focus: true
        Keys.onUpPressed: panel.held.move(-1)
        Keys.onDownPressed: panel.held.move(1)
        Keys.onReturnPressed: panel.counter.recall()
        Keys.onEnterPressed: panel.counter.recall()

        delegate: ChoiceRow {
            required property int index
            required property string hour

            required title
            required amount

            detail: hour
            selected: index === panel.held.chosen
            onClicked: panel.held.choose(index)
        }
    }

    actions: [
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Throw away")
            key: "F7"
            danger: true
            enabled: panel.held.chosen >= 0
            onClicked: panel.held.discard()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            text: qsTr("Bring back")
            key: "F12"
            primary: true
            enabled: panel.held.chosen >= 0
            onClicked: panel.counter.recall()
        }
    ]

    Component.onCompleted: list.forceActiveFocus()
}
