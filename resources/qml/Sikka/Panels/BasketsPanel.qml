pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Bills of the till that wait for the counter.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property BasketsViewModel baskets: counter.baskets

    title: qsTr("Bills from the till")
    onBack: counter.back()

    Body {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.baskets.problem
        color: Theme.bad
        font.pixelSize: Theme.small
    }

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.baskets.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.baskets.bills
        chosen: panel.baskets.chosen
        focus: true
        Keys.onUpPressed: panel.baskets.move(-1)
        Keys.onDownPressed: panel.baskets.move(1)
        Keys.onReturnPressed: panel.baskets.take()
        Keys.onEnterPressed: panel.baskets.take()

        delegate: ChoiceRow {
            required property int index

            required title
            required detail
            required amount

            selected: index === panel.baskets.chosen
            onClicked: panel.baskets.choose(index)
        }
    }

    actions: [
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Throw away")
            key: "F7"
            danger: true
            enabled: panel.baskets.canThrow
            onClicked: panel.baskets.throwAway()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            text: panel.baskets.action
            key: "F12"
            primary: true
            visible: text !== ""
            onClicked: panel.baskets.take()
        }
    ]

    Component.onCompleted: list.forceActiveFocus()
}
