pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What is being typed, and keys to type it with.
ColumnLayout {
    id: pad

    required property CounterViewModel counter
    required property bool inBill
    readonly property BillViewModel bill: counter.bill
    property bool letters: false

    function take() {
        entry.take();
    }

    spacing: 10

    Card {
        Layout.fillWidth: true
        implicitHeight: Math.max(entry.implicitHeight, 96) + 2 * 10

        Field {
            id: entry

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: 10
            visible: pad.inBill
            label: pad.bill.entryLabel
            hint: pad.bill.entryHint
            value: pad.bill.entry
            error: pad.bill.entryError
            big: true
            input.horizontalAlignment: pad.bill.mode === "items" ? TextInput.AlignLeft
                                                                 : TextInput.AlignRight
            input.font.pixelSize: pad.bill.mode === "items" ? Theme.large
                : entry.input.length > 11 ? Theme.large : Theme.number
            onEdited: text => pad.bill.typeEntry(text)
            onAccepted: pad.bill.enter()
            Keys.onUpPressed: pad.bill.move(-1)
            Keys.onDownPressed: pad.bill.move(1)
        }

        Heading {
            anchors.fill: parent
            anchors.margins: Theme.space
            visible: !pad.inBill
            text: keys.typing ? keys.typing.displayText : ""
            font.pixelSize: Theme.number
            weight: Theme.medium
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.body
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideLeft
        }
    }

    NumberPad {
        id: keys

        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !pad.letters
        letters: true
        onLettersWanted: pad.letters = true
    }

    LetterPad {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: pad.letters
        onDigitsWanted: pad.letters = false
    }

    KeyButton {
        Layout.fillWidth: true
        implicitHeight: Theme.target + 12
        text: qsTr("Find member")
        key: "F2"
        focusPolicy: Qt.NoFocus
        onClicked: pad.counter.openPanel("find")
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        // Where there is little room, letters take it.
        visible: !pad.letters
        spacing: 10

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            enabled: pad.inBill
            text: qsTr("Hold")
            key: "F8"
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: pad.counter.hold()
        }

        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            enabled: pad.inBill
            text: qsTr("On hold")
            key: "F9"
            keyLabel: pad.counter.held.count !== "" ? "F9 · " + pad.counter.held.count : key
            stacked: true
            focusPolicy: Qt.NoFocus
            onClicked: pad.counter.openPanel("held")
        }
    }

    Shortcut {
        sequence: "F8"
        enabled: pad.letters && pad.inBill
        onActivated: pad.counter.hold()
    }

    Shortcut {
        sequence: "F9"
        enabled: pad.letters && pad.inBill
        onActivated: pad.counter.openPanel("held")
    }

    Connections {
        target: pad.counter

        function onPanelOpened() {
            pad.letters = false;
        }
    }

    Connections {
        target: pad.bill

        function onEntryWanted() {
            entry.take();
        }
    }
}
