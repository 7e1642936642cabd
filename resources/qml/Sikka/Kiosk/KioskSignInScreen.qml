pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Coming in: the card in front of the camera or scanner, or phone number and PIN.
GridLayout {
    id: screen

    required property KioskViewModel kiosk
    readonly property KioskSignInViewModel signIn: kiosk.signIn

    columns: Paper.wide ? 2 : 1
    columnSpacing: Paper.space
    rowSpacing: Paper.space

    BigCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        Layout.minimumHeight: Paper.wide ? 0 : screen.height * 0.36

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Paper.space
            spacing: Paper.gap

            BigHeading {
                Layout.fillWidth: true
                text: screen.signIn.lead
                font.pixelSize: Paper.large
                horizontalAlignment: Text.AlignHCenter
            }

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                CameraView {
                    anchors.centerIn: parent
                    height: Math.min(parent.height, parent.width * 0.8)
                    width: height / 0.8
                    visible: screen.signIn.seeing
                    source: screen.signIn.pictures
                }

                CardPicture {
                    anchors.centerIn: parent
                    height: Math.min(parent.height * 0.8, parent.width * 0.45)
                    visible: !screen.signIn.seeing
                }
            }

            BigText {
                Layout.fillWidth: true
                Layout.minimumHeight: Paper.body * 2.6
                text: screen.signIn.hint
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.role: Accessible.AlertMessage
            }
        }
    }

    BigCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        Layout.minimumHeight: byPhone.implicitHeight + 2 * Paper.space

        ColumnLayout {
            id: byPhone

            anchors.fill: parent
            anchors.margins: Paper.space
            spacing: Paper.gap

            BigHeading {
                Layout.fillWidth: true
                // Where there is little room the names of the fields say enough.
                visible: !Paper.wide || screen.height >= 7.4 * Paper.target
                text: qsTr("No card? Phone and PIN")
                font.pixelSize: Paper.large
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                BigField {
                    id: phone

                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    label: qsTr("Phone number")
                    value: screen.signIn.phone
                    maximumLength: 16
                    onEdited: text => screen.signIn.typePhone(text)
                    onAccepted: pin.take()
                    Component.onCompleted: take()
                }

                BigField {
                    id: pin

                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    label: qsTr("PIN")
                    value: screen.signIn.pin
                    secret: true
                    maximumLength: 8
                    onEdited: text => screen.signIn.typePin(text)
                    onAccepted: screen.signIn.submit()
                }
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: screen.signIn.message
                color: Paper.badTintInk
                font.pixelSize: Paper.small
                Accessible.role: Accessible.AlertMessage
            }

            BigPad {
                Layout.fillWidth: true
                Layout.fillHeight: true
                enter: phone.input.activeFocus ? qsTr("Next") : qsTr("OK")
            }
        }
    }
}
