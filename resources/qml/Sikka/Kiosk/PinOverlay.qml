pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The member's PIN, over whatever screen asks for it.
Rectangle {
    id: veil

    required property PinViewModel pin

    color: Paper.veil

    MouseArea {
        anchors.fill: parent
    }

    BigCard {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Paper.space, 900 * Paper.unit)
        height: Math.min(parent.height - Paper.space, content.implicitHeight + 2 * Paper.space)

        ColumnLayout {
            id: content

            anchors.fill: parent
            anchors.margins: Paper.space
            spacing: Paper.gap

            BigHeading {
                Layout.fillWidth: true
                text: veil.pin.title
                Accessible.role: Accessible.Heading
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: veil.pin.text
                color: Paper.muted
            }

            BigField {
                id: field

                Layout.fillWidth: true
                visible: veil.pin.typing
                label: veil.pin.label
                value: veil.pin.typed
                secret: veil.pin.secret
                maximumLength: veil.pin.secret ? 8 : 16
                onEdited: text => veil.pin.type(text)
                onAccepted: veil.pin.submit()
                onVisibleChanged: if (visible) take()
                Component.onCompleted: if (visible) take()
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: veil.pin.message
                color: Paper.badTintInk
                font.pixelSize: Paper.small
                Accessible.role: Accessible.AlertMessage
            }

            BigPad {
                Layout.fillWidth: true
                visible: veil.pin.typing
            }

            BigButton {
                Layout.fillWidth: true
                visible: veil.pin.step === "none"
                text: qsTr("Choose a PIN")
                kind: "rewards"
                onClicked: veil.pin.choose()
            }

            BigButton {
                Layout.fillWidth: true
                text: veil.pin.step === "done" ? qsTr("Done") : qsTr("Not now")
                kind: ""
                onClicked: veil.pin.close()
            }
        }
    }
}
