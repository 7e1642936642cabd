pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Choose a name, type the PIN.
Item {
    id: screen

    required property StationViewModel station
    readonly property SignInViewModel signIn: station.signIn

    TopBar {
        id: bar

        width: parent.width
        station: screen.station
    }

    RowLayout {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: (bar.height - training.height) / 2
        width: Math.min(parent.width - 2 * Theme.inset, 900)
        height: Math.min(parent.height - bar.height - training.height - 2 * Theme.inset, 600)
        spacing: Theme.inset

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.inset
                spacing: 12

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Who is at the till?")
                }

                Banner {
                    Layout.fillWidth: true
                    text: screen.signIn.note
                }

                EmptyState {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: screen.signIn.nobody
                }

                Choices {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    model: screen.signIn.people
                    chosen: screen.signIn.chosen
                    spacing: 6

                    delegate: ChoiceRow {
                        id: person

                        required property int index
                        required property string name
                        required property string role

                        required initial

                        title: name
                        detail: role
                        selected: index === screen.signIn.chosen
                        implicitHeight: Theme.target + 20
                        onClicked: {
                            screen.signIn.choose(index);
                            pin.take();
                        }
                    }
                }
            }
        }

        Card {
            Layout.preferredWidth: 340
            Layout.fillHeight: true

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Theme.inset
                spacing: 12

                Field {
                    id: pin

                    Layout.fillWidth: true
                    label: screen.signIn.name ? qsTr("PIN of %1").arg(screen.signIn.name)
                                              : qsTr("Choose your name first")
                    value: screen.signIn.pin
                    error: screen.signIn.message
                    secret: true
                    big: true
                    maximumLength: 8
                    enabled: screen.signIn.chosen >= 0
                    onEdited: text => screen.signIn.typePin(text)
                    onAccepted: screen.signIn.submit()
                }

                NumberPad {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    decimals: false
                }

                KeyButton {
                    Layout.fillWidth: true
                    text: screen.signIn.checking ? qsTr("Checking…") : qsTr("Sign in")
                    key: "F12"
                    primary: true
                    enabled: screen.signIn.chosen >= 0 && screen.signIn.pin !== ""
                    onClicked: screen.signIn.submit()
                }
            }
        }
    }

    TrainingStrip {
        id: training

        anchors.bottom: parent.bottom
        width: parent.width
        training: screen.station.training
    }

    Keys.onDownPressed: choose(signIn.chosen + 1)
    Keys.onUpPressed: choose(signIn.chosen - 1)
    focus: true

    function choose(row: int) {
        if (row >= 0 && row < signIn.people.rowCount()) {
            signIn.choose(row);
            pin.take();
        }
    }

    Component.onCompleted: if (signIn.chosen >= 0) pin.take()
}
