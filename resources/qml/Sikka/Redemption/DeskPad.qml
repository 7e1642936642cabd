pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// Keys for a finger: digits, and with `letters` the ones that voucher numbers are made of. They
// type into whatever field of the window has the focus.
GridLayout {
    id: pad

    property bool letters: false
    // Two long rows, where there is no height for four.
    property bool flat: false
    property string enter: qsTr("OK")
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

    columns: letters ? 7 : flat ? 6 : 3
    rowSpacing: Paper.gap
    columnSpacing: Paper.gap

    Repeater {
        model: pad.letters ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0",
                              "A", "C", "D", "E", "F", "H", "J", "K",
                              "M", "N", "P", "R", "S", "T", "V", "X"]
             : pad.flat ? ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
                           : ["7", "8", "9", "4", "5", "6", "1", "2", "3"]

        BigButton {
            required property string modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            leftPadding: 0
            rightPadding: 0
            kind: ""
            focusPolicy: Qt.NoFocus
            text: modelData
            onClicked: pad.type(modelData)
        }
    }

    BigButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        kind: ""
        focusPolicy: Qt.NoFocus
        text: ""
        symbol: Qt.resolvedUrl("../../../icons/backspace.svg")
        Accessible.name: qsTr("Delete the last one")
        onClicked: pad.erase()
    }

    BigButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        visible: !pad.letters
        kind: ""
        focusPolicy: Qt.NoFocus
        text: "0"
        onClicked: pad.type("0")
    }

    BigButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        leftPadding: 4
        rightPadding: 4
        focusPolicy: Qt.NoFocus
        text: pad.enter
        onClicked: if (pad.typing) pad.typing.accepted()
    }
}
