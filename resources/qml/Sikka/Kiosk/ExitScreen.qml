pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The way out for staff.
Item {
    id: screen

    required property KioskViewModel kiosk
    readonly property LeavingViewModel leaving: kiosk.exit

    BigCard {
        anchors.centerIn: parent
        width: Math.min(parent.width, 760 * Paper.unit)
        height: Math.min(parent.height, content.implicitHeight + 2 * Paper.gap)

        ColumnLayout {
            id: content

            anchors.fill: parent
            anchors.margins: Paper.gap
            spacing: Paper.gap

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                BigHeading {
                    Layout.fillWidth: true
                    text: qsTr("Close this kiosk")
                    font.pixelSize: Paper.large
                }

                BigButton {
                    text: qsTr("Back")
                    kind: ""
                    onClicked: screen.kiosk.home()
                }
            }

            BigField {
                Layout.fillWidth: true
                label: qsTr("PIN of somebody who works here")
                value: screen.leaving.pin
                secret: true
                maximumLength: 8
                onEdited: text => screen.leaving.typePin(text)
                onAccepted: screen.leaving.submit()
                Component.onCompleted: take()
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: screen.leaving.message
                color: Paper.badTintInk
                font.pixelSize: Paper.small
                Accessible.role: Accessible.AlertMessage
            }

            BigPad {
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
