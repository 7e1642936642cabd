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
        model: [board.keyboard.first, board.keyboard.second, board.keyboard.third,
                board.keyboard.fourth]

        RowLayout {
            id: row

            required property string modelData
            required property int index

            Layout.fillWidth: true
            spacing: Paper.gap

            KeyCap {
                Layout.preferredWidth: 2
                visible: row.index === 3
                kind: board.keyboard.shifted ? "coins" : "rewards"
                quiet: !board.keyboard.shifted
                symbol: Qt.resolvedUrl("../../../icons/shift.svg")
                Accessible.name: qsTr("Other letters on the keys")
                onClicked: board.keyboard.shift()
            }

            Repeater {
                model: row.modelData.split(" ")

                KeyCap {
                    required property string modelData

                    Layout.preferredWidth: 2
                    text: modelData
                    onClicked: board.type(modelData)
                }
            }

            KeyCap {
                Layout.preferredWidth: 2
                visible: row.index === 3
                kind: "rewards"
                quiet: true
                symbol: Qt.resolvedUrl("../../../icons/backspace.svg")
                Accessible.name: qsTr("Delete the last letter")
                onClicked: board.erase()
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.gap

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
            Layout.preferredWidth: 8
            text: qsTr("Space")
            size: Paper.small
            onClicked: board.type(" ")
        }

        KeyCap {
            Layout.preferredWidth: 3
            kind: "dark"
            text: qsTr("OK")
            onClicked: if (board.typing) board.typing.accepted()
        }
    }
}
