pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// A pad that types into whatever field of the window has the focus.
GridLayout {
    id: pad

    // Whether amounts are typed: a point and two zeros at once.
    property bool decimals: true
    // Whether there is a pad of letters to change to.
    property bool letters: false

    // A field keeps the focus when its page goes.
    readonly property TextInput focused: Window.activeFocusItem as TextInput
    readonly property TextInput typing: focused?.visible ? focused : null

    signal lettersWanted

    columns: 3
    rowSpacing: 10
    columnSpacing: 10

    Typist {
        id: typist

        into: pad.typing
    }

    Repeater {
        model: pad.decimals ? ["7", "8", "9", "4", "5", "6", "1", "2", "3", "00", "0", "."]
                            : ["7", "8", "9", "4", "5", "6", "1", "2", "3"]

        PadKey {
            required property string modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            text: modelData
            onClicked: typist.type(modelData)
        }
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: pad.letters
        text: "ABC"
        wide: true
        Accessible.name: qsTr("Letters")
        onClicked: pad.lettersWanted()
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: qsTr("Delete the last digit")
        symbol: Qt.resolvedUrl("../../../icons/backspace.svg")
        onClicked: typist.erase()
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !pad.decimals
        text: "0"
        onClicked: typist.type("0")
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.columnSpan: pad.decimals && !pad.letters ? 2 : 1
        text: qsTr("Enter")
        wide: true
        onClicked: typist.accept()
    }
}
