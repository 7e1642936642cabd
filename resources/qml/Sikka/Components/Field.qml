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
    property bool secret: false
    property bool digits: false
    property bool big: false
    property int maximumLength: 120
    property alias input: input

    signal edited(string text)
    signal accepted

    function take() {
        input.forceActiveFocus();
        input.selectAll();
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
        id: input

        Layout.fillWidth: true
        implicitHeight: field.big ? Theme.target * 1.4 : Theme.target
        leftPadding: 14
        rightPadding: 14
        color: Theme.ink
        placeholderText: field.hint
        placeholderTextColor: Theme.muted
        selectionColor: Theme.indigo
        selectedTextColor: Theme.onIndigo
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
            border.width: input.activeFocus ? Theme.focusLine : 1
            border.color: field.error ? Theme.bad : input.activeFocus ? Theme.indigo
                                                                      : Theme.fieldLine
        }
    }

    Body {
        Layout.fillWidth: true
        visible: field.error !== ""
        text: field.error
        color: Theme.onBadTint
        font.pixelSize: Theme.small
        Accessible.role: Accessible.AlertMessage
    }

    // Typing breaks no binding here: `input.text` is only ever set by hand, and only if it differs.
    onValueChanged: if (input.text !== value) input.text = value
    Component.onCompleted: input.text = value
}
