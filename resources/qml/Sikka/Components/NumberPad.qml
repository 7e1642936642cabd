pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Style

// A pad that types into whatever field of the window has the focus.
GridLayout {
    id: pad

    // Whether amounts are typed: a point and two zeros at once.
    property bool decimals: true

    readonly property TextInput typing: Window.activeFocusItem as TextInput

    function type(text: string) {
        if (!typing || typing.readOnly)
            return;
        if (typing.selectedText)
            typing.remove(typing.selectionStart, typing.selectionEnd);
        typing.insert(typing.cursorPosition, text);
        typing.textEdited();
    }

    function erase() {
        if (!typing || typing.readOnly)
            return;
        if (typing.selectedText)
            typing.remove(typing.selectionStart, typing.selectionEnd);
        else
            typing.remove(typing.cursorPosition - 1, typing.cursorPosition);
        typing.textEdited();
    }

    columns: 3
    rowSpacing: 10
    columnSpacing: 10

    Repeater {
        model: pad.decimals ? ["7", "8", "9", "4", "5", "6", "1", "2", "3", "00", "0", "."]
                            : ["7", "8", "9", "4", "5", "6", "1", "2", "3"]

        PadKey {
            required property string modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            text: modelData
            onClicked: pad.type(modelData)
        }
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: qsTr("Delete the last digit")
        symbol: Qt.resolvedUrl("../../../icons/backspace.svg")
        onClicked: pad.erase()
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !pad.decimals
        text: "0"
        onClicked: pad.type("0")
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.columnSpan: pad.decimals ? 2 : 1
        text: qsTr("Enter")
        wide: true
        onClicked: if (pad.typing) pad.typing.accepted()
    }
}
