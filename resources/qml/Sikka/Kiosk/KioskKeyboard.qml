pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The kiosk's own keyboard: it types into the field that has the focus, beside a real one.
ColumnLayout {
    id: board

    required property KeyboardViewModel keyboard
    // Null while no field asks for letters.
    property KeyedField typing: null
    // On a panel that stands, a row with too many keys for fingers becomes two.
    readonly property int most: Paper.wide ? 99
        : Math.floor((width + Paper.gap) / (Paper.target + Paper.gap))
    readonly property var rows: [].concat(parted(keyboard.first), parted(keyboard.second),
                                          parted(keyboard.third), parted(keyboard.fourth))

    function parted(row: string): var {
        const keys = row.split(" ");
        const half = Math.ceil(keys.length / 2);
        return keys.length > most ? [keys.slice(0, half), keys.slice(half)] : [keys];
    }

    function type(text: string) {
        if (!typing)
            return;
        typing.insert(typing.cursorPosition, text);
        typing.textEdited();
        keyboard.typed();
    }

    function erase() {
        if (!typing)
            return;
        typing.remove(typing.cursorPosition - 1, typing.cursorPosition);
        typing.textEdited();
    }

    spacing: Paper.gap
    onVisibleChanged: if (visible) keyboard.open()

    Repeater {
        model: board.rows

        RowLayout {
            id: row

            required property var modelData

            Layout.fillWidth: true
            spacing: Paper.gap

            Repeater {
                model: row.modelData

                KeyCap {
                    required property string modelData

                    Layout.preferredWidth: 2
                    text: modelData
                    onClicked: board.type(modelData)
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.gap

        KeyCap {
            Layout.preferredWidth: 2
            kind: board.keyboard.shifted ? "coins" : "rewards"
            quiet: !board.keyboard.shifted
            symbol: Qt.resolvedUrl("../../../icons/shift.svg")
            Accessible.name: qsTr("Other letters on the keys")
            onClicked: board.keyboard.shift()
        }

        KeyCap {
            Layout.preferredWidth: 2
            visible: board.keyboard.other !== ""
            kind: "rewards"
            quiet: true
            text: board.keyboard.other
            Accessible.name: qsTr("Another alphabet: %1").arg(text)
            onClicked: board.keyboard.change()
        }

        KeyCap {
            Layout.preferredWidth: 6
            text: qsTr("Space")
            size: Paper.small
            onClicked: board.type(" ")
        }

        KeyCap {
            Layout.preferredWidth: 2
            kind: "rewards"
            quiet: true
            symbol: Qt.resolvedUrl("../../../icons/backspace.svg")
            Accessible.name: qsTr("Delete the last letter")
            onClicked: board.erase()
        }

        KeyCap {
            Layout.preferredWidth: 2
            kind: "rewards"
            quiet: true
            symbol: Qt.resolvedUrl("../../../icons/keys-away.svg")
            Accessible.name: qsTr("Put the keyboard away")
            onClicked: if (board.typing) board.typing.focus = false
        }

        KeyCap {
            Layout.preferredWidth: 3
            kind: "dark"
            text: qsTr("OK")
            onClicked: if (board.typing) board.typing.accepted()
        }
    }
}
