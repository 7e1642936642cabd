pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// Digits for a finger, typed into whatever field of the window has the focus.
GridLayout {
    id: pad

    property string enter: qsTr("OK")
    readonly property KeyedField typing: Window.activeFocusItem as KeyedField

    function type(text: string) {
        if (!typing)
            return;
        typing.insert(typing.cursorPosition, text);
        typing.textEdited();
    }

    function erase() {
        if (!typing)
            return;
        typing.remove(typing.cursorPosition - 1, typing.cursorPosition);
        typing.textEdited();
    }

    columns: 3
    rowSpacing: Paper.gap
    columnSpacing: Paper.gap

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        BigButton {
            required property string modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
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
        symbol: Qt.resolvedUrl("../../../icons/backspace.svg")
        Accessible.name: qsTr("Delete the last digit")
        onClicked: pad.erase()
    }

    BigButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        kind: ""
        focusPolicy: Qt.NoFocus
        text: "0"
        onClicked: pad.type("0")
    }

    BigButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        focusPolicy: Qt.NoFocus
        text: pad.enter
        onClicked: if (pad.typing) pad.typing.accepted()
    }
}
