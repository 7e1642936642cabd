pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Choose a name, type the PIN.
Item {
    id: screen

    required property SignInViewModel signIn
    // On a low panel of many pixels the keys need what is free around them.
    readonly property int edge: height < 11 * Paper.target ? Paper.gap : Paper.inset

    function choose(row: int) {
        if (row >= 0 && row < signIn.people.rowCount()) {
            signIn.choose(row);
            pin.take();
        }
    }

    focus: true
    Keys.onDownPressed: choose(signIn.chosen + 1)
    Keys.onUpPressed: choose(signIn.chosen - 1)
    Component.onCompleted: if (signIn.chosen >= 0) pin.take()

    GridLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Paper.inset, 1300 * Paper.unit)
        // Dense panels need more for the keys.
        height: Math.min(parent.height - 2 * screen.edge, Math.max((Paper.wide ? 900 : 1500) * Paper.unit,
                         keys.implicitHeight + 2 * screen.edge))
        columns: Paper.wide ? 2 : 1
        columnSpacing: Paper.space
        rowSpacing: Paper.space

        BigCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            Layout.preferredHeight: 2

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Paper.inset
                spacing: Paper.gap

                BigHeading {
                    Layout.fillWidth: true
                    text: qsTr("Who hands over?")
                }

                BigText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: screen.signIn.nobody
                    color: Paper.muted
                }

                ListView {
                    id: people

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    spacing: Paper.gap
                    boundsBehavior: Flickable.StopAtBounds
                    model: screen.signIn.people
                    currentIndex: screen.signIn.chosen
                    highlightMoveDuration: Paper.quick
                    ScrollBar.vertical: ScrollBar {}

                    delegate: DeskRow {
                        id: person

                        required property int index
                        required property string name
                        required property string role

                        required initial

                        title: name
                        detail: role
                        selected: index === screen.signIn.chosen
                        onClicked: screen.choose(person.index)
                    }
                }
            }
        }

        BigCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 2
            Layout.preferredHeight: 3

            ColumnLayout {
                id: keys

                anchors.fill: parent
                anchors.margins: screen.edge
                spacing: Paper.gap

                DeskField {
                    id: pin

                    Layout.fillWidth: true
                    label: screen.signIn.name ? qsTr("PIN of %1").arg(screen.signIn.name)
                                              : qsTr("Choose your name first")
                    value: screen.signIn.pin
                    error: screen.signIn.message
                    secret: true
                    maximumLength: 8
                    enabled: screen.signIn.chosen >= 0
                    onEdited: text => screen.signIn.typePin(text)
                    onAccepted: screen.signIn.submit()
                }

                DeskPad {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }

                KeyedButton {
                    Layout.fillWidth: true
                    text: screen.signIn.checking ? qsTr("Checking…") : qsTr("Sign in")
                    key: "F12"
                    kind: "rewards"
                    enabled: screen.signIn.chosen >= 0 && screen.signIn.pin !== ""
                    onClicked: screen.signIn.submit()
                }
            }
        }
    }
}
