pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// A member types a PIN, with a finger or on a keypad. What is typed is shown as dots only.
FocusScope {
    id: screen

    required property PinPadViewModel pin

    Item {
        anchors.fill: parent
        focus: true
        Accessible.ignored: true
        Keys.onPressed: event => {
            event.accepted = true;
            // The key that asked for the PIN may still be down.
            if (event.isAutoRepeat && event.key !== Qt.Key_Backspace)
                return;
            if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                screen.pin.submit();
            else if (event.key === Qt.Key_Backspace)
                screen.pin.erase();
            else if (event.key === Qt.Key_Escape)
                screen.pin.cancel();
            else if (event.key === Qt.Key_F12)
                screen.pin.instead();
            else if (event.key === Qt.Key_L && event.modifiers & Qt.ControlModifier)
                screen.pin.lock();
            else if (event.text >= "0" && event.text <= "9")
                screen.pin.press(event.text);
        }
    }

    GridLayout {
        anchors.fill: parent
        columns: Paper.wide ? 2 : 1
        columnSpacing: Paper.margin
        rowSpacing: Paper.space

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            spacing: Paper.gap

            BigHeading {
                Layout.fillWidth: true
                text: screen.pin.title
                maximumLineCount: 2
                Accessible.role: Accessible.Heading
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: screen.pin.text
                font.pixelSize: Paper.large
                maximumLineCount: 4
            }

            Item {
                Layout.fillHeight: true
            }

            Row {
                Layout.alignment: Qt.AlignHCenter
                visible: screen.pin.typing
                spacing: Paper.gap
                Accessible.role: Accessible.StaticText
                Accessible.name: screen.pin.dots

                Repeater {
                    model: Math.max(4, screen.pin.count)

                    Rectangle {
                        required property int index

                        width: Paper.large
                        height: width
                        radius: width / 2
                        color: index < screen.pin.count ? Paper.ink : "transparent"
                        border.width: 3
                        border.color: Paper.ink
                        Accessible.ignored: true
                    }
                }
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: screen.pin.message
                color: Paper.badTintInk
                weight: Paper.medium
                maximumLineCount: 4
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.AlertMessage
            }

            Item {
                Layout.fillHeight: true
            }

            BigButton {
                Layout.fillWidth: true
                text: screen.pin.cancelLabel
                kind: ""
                focusPolicy: Qt.NoFocus
                onClicked: screen.pin.cancel()
            }
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Paper.wide ? -1 : screen.height * 0.5
            visible: screen.pin.typing
            columns: 3
            columnSpacing: Paper.gap
            rowSpacing: Paper.gap

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "<", "0", "OK"]

                BigButton {
                    required property string modelData
                    readonly property bool erases: modelData === "<"
                    readonly property bool enters: modelData === "OK"

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    kind: enters ? "dark" : ""
                    focusPolicy: Qt.NoFocus
                    size: enters ? Paper.large : Paper.title
                    text: erases ? "" : enters ? screen.pin.okLabel : modelData
                    symbol: erases ? Qt.resolvedUrl("../../../icons/backspace.svg") : ""
                    Accessible.name: erases ? screen.pin.eraseLabel : text
                    onClicked: erases ? screen.pin.erase()
                        : enters ? screen.pin.submit() : screen.pin.press(modelData)
                }
            }
        }
    }
}
