pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What turned out otherwise than was said at this till: the list above, the chosen one below.
Panel {
    id: panel

    required property StationViewModel station
    required property CounterViewModel counter
    readonly property ConflictsViewModel conflicts: station.conflicts

    title: qsTr("What came out differently")
    subtitle: conflicts.left
    onBack: counter.back()

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.conflicts.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.conflicts.lines
        chosen: panel.conflicts.chosen
        focus: true
        Keys.onUpPressed: panel.conflicts.move(-1)
        Keys.onDownPressed: panel.conflicts.move(1)

        delegate: ChoiceRow {
            required property int index

            required title
            required detail
            required amount
            required note

            selected: index === panel.conflicts.chosen
            onClicked: panel.conflicts.choose(index)
        }
    }

    Rectangle {
        Layout.fillWidth: true
        visible: panel.conflicts.what !== ""
        implicitHeight: words.implicitHeight + 2 * 12
        radius: Theme.smallRadius
        color: Theme.indigoTint
        Accessible.role: Accessible.StaticText
        Accessible.name: [panel.conflicts.what, panel.conflicts.first, panel.conflicts.rule, panel.conflicts.effect].filter(part => part !== "").join(" ")

        ColumnLayout {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 12
            spacing: 4

            Body {
                Layout.fillWidth: true
                text: panel.conflicts.what
                weight: Theme.bold
                Accessible.ignored: true
            }

            Body {
                Layout.fillWidth: true
                visible: text !== ""
                text: panel.conflicts.first
                color: Theme.muted
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }

            Body {
                Layout.fillWidth: true
                text: panel.conflicts.rule
                Accessible.ignored: true
            }

            Body {
                Layout.fillWidth: true
                text: panel.conflicts.effect
                color: Theme.indigoTintInk
                weight: Theme.bold
                Accessible.ignored: true
            }
        }
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: qsTr("All read")
        key: "F12"
        visible: panel.conflicts.what !== ""
        primary: true
        onClicked: {
            panel.conflicts.seeAll();
            panel.counter.back();
        }
    }

    Component.onCompleted: {
        conflicts.open();
        list.forceActiveFocus();
    }
}
