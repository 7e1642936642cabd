pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Style

// A labelled line to type in. `value` is what the view model holds; `edited` says what was typed.
ColumnLayout {
    id: field

    property string label: ""
    property string value: ""
    property string hint: ""
    property string error: ""
    // Marked alone: what is wrong is said elsewhere.
    property bool wrong: error !== ""
    property bool secret: false
    property bool digits: false
    property bool big: false
    property int maximumLength: 120
    readonly property TextField input: edit

    signal edited(string text)
    signal accepted

    function take() {
        edit.forceActiveFocus();
        edit.selectAll();
    }

    spacing: 4

    Body {
        Layout.fillWidth: true
        visible: field.label !== ""
        text: field.label
        color: Theme.muted
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    TextField {
        id: edit

        Layout.fillWidth: true
        implicitHeight: field.big ? Theme.target * 1.4 : Theme.target
        leftPadding: 14
        rightPadding: 14
        color: Theme.ink
        placeholderText: field.hint
        placeholderTextColor: Theme.muted
        selectionColor: Theme.indigo
        selectedTextColor: Theme.indigoInk
        font.family: field.big ? Theme.displayFamily : Theme.textFamily
        font.pixelSize: field.big ? Theme.number : Theme.body
        echoMode: field.secret ? TextInput.Password : TextInput.Normal
        maximumLength: field.maximumLength
        inputMethodHints: field.secret || field.digits ? Qt.ImhDigitsOnly : Qt.ImhNone
        Accessible.name: field.label || field.hint
        onTextEdited: field.edited(text)
        onAccepted: field.accepted()

        background: Rectangle {
            radius: Theme.smallRadius
            color: Theme.field
            border.width: edit.activeFocus ? Theme.focusLine : 1
            border.color: field.wrong ? Theme.bad : edit.activeFocus ? Theme.indigo
                                                                      : Theme.fieldLine
        }
    }

    Body {
        Layout.fillWidth: true
        visible: field.error !== ""
        text: field.error
        color: Theme.badTintInk
        font.pixelSize: Theme.small
        Accessible.role: Accessible.AlertMessage
    }

    // Typing breaks no binding here: `edit.text` is only ever set by hand, and only if it differs.
    onValueChanged: if (edit.text !== value) edit.text = value
    Component.onCompleted: edit.text = value
}
