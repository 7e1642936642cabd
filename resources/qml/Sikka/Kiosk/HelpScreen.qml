pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Write a question or tap one; the answer has one's own figures in it. Once it is asked, the
// keyboard makes room for the answer.
ColumnLayout {
    id: screen

    required property KioskViewModel kiosk
    readonly property HelpViewModel help: kiosk.help
    readonly property bool writing: field.input.activeFocus

    function ask() {
        field.leave();
        help.submit();
    }

    spacing: Paper.space

    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.gap

        BigField {
            id: field

            Layout.fillWidth: true
            hint: qsTr("Your question")
            value: screen.help.asked
            keys: "text"
            maximumLength: 120
            onEdited: text => screen.help.typeQuestion(text)
            onAccepted: screen.ask()
        }

        BigButton {
            text: qsTr("Ask")
            kind: "rewards"
            onClicked: screen.ask()
        }
    }

    BigCard {
        Layout.fillWidth: true
        implicitHeight: told.implicitHeight + 2 * Paper.inset
        visible: screen.help.answer !== "" && !screen.writing

        ColumnLayout {
            id: told

            anchors.fill: parent
            anchors.margins: Paper.inset
            spacing: Paper.gap

            BigText {
                Layout.fillWidth: true
                text: screen.help.question
                color: Paper.muted
            }

            BigHeading {
                Layout.fillWidth: true
                text: screen.help.answer
                font.pixelSize: Paper.large
                lineHeight: 1
                weight: Paper.medium
            }

            RowLayout {
                Layout.topMargin: Paper.gap
                spacing: Paper.gap

                BigButton {
                    visible: text !== ""
                    text: screen.help.goLabel
                    kind: "rewards"
                    onClicked: {
                        if (screen.help.go === "call")
                            screen.kiosk.calling.call();
                        else
                            screen.kiosk.go(screen.help.go);
                    }
                }

                BigButton {
                    text: qsTr("All questions")
                    kind: ""
                    onClicked: screen.help.back()
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: heading.text !== "" && !screen.writing
        spacing: Paper.gap

        BigHeading {
            id: heading

            Layout.fillWidth: true
            text: screen.help.heading
            font.pixelSize: Paper.large
        }

        BigButton {
            visible: screen.help.answer === "" && questions.count < 10
            text: qsTr("All questions")
            kind: ""
            onClicked: screen.help.back()
        }
    }

    Scroll {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true

        Grid {
            id: grid

            width: parent ? parent.width : 0
            columns: Paper.wide && Paper.room.width >= 1200 ? 2 : 1
            rowSpacing: Paper.gap
            columnSpacing: Paper.gap

            Repeater {
                id: questions

                model: screen.help.questions

                BigButton {
                    required property string topic
                    required property string question

                    width: (grid.width - (grid.columns - 1) * Paper.gap) / grid.columns
                    text: question
                    kind: ""
                    size: Paper.body
                    onClicked: screen.help.choose(topic)
                }
            }
        }
    }
}
