pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// A labelled line to type in, read standing. `value` is what the view model holds; `edited` says
// what was typed. `keys` "text" brings up the kiosk's keyboard.
ColumnLayout {
    id: field

    property string label: ""
    property string value: ""
    property string hint: ""
    property string keys: ""
    property bool secret: false
    property int maximumLength: 40
    readonly property KeyedField input: edit

    signal edited(string text)
    signal accepted

    function take() {
        edit.forceActiveFocus();
        edit.cursorPosition = edit.length;
    }

    function leave() {
        edit.focus = false;
    }

    spacing: Paper.gap / 2

    BigText {
        Layout.fillWidth: true
        visible: field.label !== ""
        text: field.label
        color: Paper.muted
        font.pixelSize: Paper.small
        Accessible.ignored: true
    }

    KeyedField {
        id: edit

        Layout.fillWidth: true
        implicitHeight: Paper.target
        leftPadding: Paper.space
        rightPadding: Paper.space
        color: Paper.ink
        placeholderText: field.hint
        placeholderTextColor: Paper.muted
        selectionColor: Paper.rewards
        selectedTextColor: Paper.rewardsInk
        font.family: Paper.displayFamily
        font.pixelSize: Paper.large
        keys: field.keys
        echoMode: field.secret ? TextInput.Password : TextInput.Normal
        maximumLength: field.maximumLength
        inputMethodHints: field.keys === "text" ? Qt.ImhNoPredictiveText : Qt.ImhDigitsOnly
        Accessible.name: field.label || field.hint
        onTextEdited: field.edited(text)
        onAccepted: field.accepted()

        background: Rectangle {
            radius: Paper.smallRadius
            color: Paper.field
            border.width: edit.activeFocus ? Paper.focusLine : 2
            border.color: edit.activeFocus ? Paper.rewards : Paper.fieldLine
        }
    }

    // Typing breaks no binding here: `edit.text` is only ever set by hand, and only if it differs.
    onValueChanged: if (edit.text !== value) edit.text = value
    Component.onCompleted: edit.text = value
}
