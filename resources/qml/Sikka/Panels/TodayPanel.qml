pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Today: the figures, the closed days, one of them, and what closing would say.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property TodayViewModel today: counter.today as TodayViewModel
    readonly property bool listing: today.view === "closes"
    readonly property bool reading: today.view === "close" || today.view === "preview"

    function takeKeys() {
        if (listing)
            list.forceActiveFocus();
        else if (reading)
            lines.forceActiveFocus();
        else
            figures.forceActiveFocus();
    }

    title: today.title
    subtitle: today.subtitle
    onBack: counter.back()
    onListingChanged: takeKeys()
    onReadingChanged: takeKeys()
    Component.onCompleted: takeKeys()

    Timer {
        interval: panel.today.lookMs
        repeat: true
        running: true
        onTriggered: panel.today.look()
    }

    Banner {
        Layout.fillWidth: true
        kind: panel.today.kind
        text: panel.today.message
    }

    TodayFigures {
        id: figures

        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.today.view === "figures"
        today: panel.today
    }

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.today.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.listing
        model: panel.today.closes
        chosen: panel.today.chosen
        Keys.onUpPressed: panel.today.move(-1)
        Keys.onDownPressed: panel.today.move(1)
        Keys.onReturnPressed: panel.today.openClose()
        Keys.onEnterPressed: panel.today.openClose()

        delegate: ChoiceRow {
            required property int index

            required title
            required detail
            required amount

            selected: index === panel.today.chosen
            onClicked: panel.today.choose(index)
        }
    }

    Pill {
        visible: panel.today.reprint !== ""
        text: panel.today.reprint
        ink: Theme.amberTintInk
        color: Theme.amberTint
    }

    Flickable {
        id: lines

        function scroll(by: int) {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + by));
        }

        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.reading
        clip: true
        contentWidth: width
        contentHeight: written.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollMark {}
        Keys.onUpPressed: scroll(-Theme.target)
        Keys.onDownPressed: scroll(Theme.target)

        ColumnLayout {
            id: written

            width: lines.width - 14
            spacing: 6

            Repeater {
                model: panel.today.lines

                delegate: RowLayout {
                    id: line

                    required property string title
                    required property string value
                    required property bool bold

                    spacing: Theme.space
                    Accessible.role: Accessible.StaticText
                    Accessible.name: title + ", " + value

                    Body {
                        Layout.fillWidth: true
                        text: line.title
                        weight: line.bold ? Theme.bold : Theme.regular
                        Accessible.ignored: true
                    }

                    Body {
                        Layout.maximumWidth: written.width * 0.62
                        text: line.value
                        weight: line.bold ? Theme.bold : Theme.medium
                        horizontalAlignment: Text.AlignRight
                        Accessible.ignored: true
                    }
                }
            }
        }
    }

    actions: [
        GridLayout {
            id: doing

            readonly property bool shown: panel.today.view === "figures"
            readonly property bool wide: panel.width > 520

            Layout.fillWidth: true
            Layout.fillHeight: false
            visible: shown
            columns: wide ? 4 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            KeyButton {
                Layout.fillWidth: true
                visible: doing.shown
                text: qsTr("Bills")
                key: "F10"
                stacked: doing.wide
                onClicked: panel.counter.openPanel("sales")
            }

            KeyButton {
                Layout.fillWidth: true
                visible: doing.shown && panel.today.scope !== ""
                text: panel.today.scope
                key: "F3"
                stacked: doing.wide
                onClicked: panel.today.otherScope()
            }

            KeyButton {
                Layout.fillWidth: true
                visible: doing.shown
                text: qsTr("Closed days")
                key: "F9"
                stacked: doing.wide
                onClicked: panel.today.openCloses()
            }

            KeyButton {
                Layout.fillWidth: true
                visible: doing.shown
                text: qsTr("Close the day")
                key: "Ctrl+D"
                stacked: doing.wide
                onClicked: panel.today.askClose()
            }
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: panel.today.view === "close"
            text: qsTr("Closed days")
            key: "F9"
            onClicked: panel.today.openCloses()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: panel.today.view === "close"
            text: qsTr("Print again")
            key: "Ctrl+P"
            onClicked: panel.today.printAgain()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: panel.listing
            enabled: panel.today.chosen >= 0
            text: qsTr("Save as CSV")
            key: "Ctrl+S"
            onClicked: panel.today.saveCsv()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: panel.listing
            enabled: panel.today.chosen >= 0
            text: qsTr("Show")
            key: "F12"
            primary: true
            onClicked: panel.today.openClose()
        },
        KeyButton {
            Layout.fillWidth: true
            visible: panel.today.view === "preview"
            text: qsTr("Close the day")
            key: "F12"
            primary: true
            onClicked: panel.today.closeDay()
        }
    ]
}
