pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// One field for phone, name or card number; who is not found is enrolled.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property FindViewModel find: counter.find

    title: qsTr("Find or enrol a member")
    subtitle: qsTr("Type the phone number first. A name or a card number works too.")
    onBack: counter.back()

    Field {
        id: query

        Layout.fillWidth: true
        hint: qsTr("Phone, name or card number")
        value: panel.find.query
        error: panel.find.message
        big: true
        onEdited: text => panel.find.typeQuery(text)
        onAccepted: panel.find.enter()
        Keys.onUpPressed: panel.find.move(-1)
        Keys.onDownPressed: panel.find.move(1)
    }

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.find.nothing
    }

    Choices {
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.find.hits
        chosen: panel.find.chosen
        spacing: 4

        delegate: ChoiceRow {
            required property int index
            required property string name
            required property string phone

            required initial

            title: name
            detail: phone
            selected: index === panel.find.chosen
            implicitHeight: Theme.target + 14
            onClicked: panel.find.choose(index)
        }
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: panel.find.enrol
        key: "F12"
        onClicked: panel.find.enrolNew()
    }

    Component.onCompleted: query.take()
}
