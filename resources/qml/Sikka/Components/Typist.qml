import QtQuick

// Types into a field as a key of a keyboard would: what is selected goes first.
QtObject {
    property TextInput into: null
    readonly property bool can: into !== null && !into.readOnly

    function type(text: string) {
        if (!can)
            return;
        cut();
        into.insert(into.cursorPosition, text);
        into.textEdited();
    }

    // A word begins with a capital; codes are read either way.
    function letter(text: string) {
        if (!can)
            return;
        cut();
        const at = into.cursorPosition;
        const begins = at === 0 || into.getText(at - 1, at) === " ";
        type(begins ? text.toUpperCase() : text.toLowerCase());
    }

    function erase() {
        if (!can)
            return;
        if (into.selectedText)
            cut();
        else
            into.remove(into.cursorPosition - 1, into.cursorPosition);
        into.textEdited();
    }

    function accept() {
        if (into)
            into.accepted();
    }

    function cut() {
        if (into.selectedText)
            into.remove(into.selectionStart, into.selectionEnd);
    }
}
