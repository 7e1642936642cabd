import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Style

// A pad that types into whatever field of the window has the focus.
GridLayout {
    id: pad

    property string extra: "00"

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
    rowSpacing: 12
    columnSpacing: 12

    Repeater {
        model: ["7", "8", "9", "4", "5", "6", "1", "2", "3", pad.extra, "0"]

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
}
