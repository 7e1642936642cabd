pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// A supervisor types a PIN, in place.
FocusScope {
    id: card

    required property HandOverViewModel handOver
    readonly property ApprovalViewModel approval: handOver.approval

    Component.onCompleted: pin.take()

    BigCard {
        anchors.fill: parent

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Paper.inset
            spacing: Paper.gap

            BigHeading {
                Layout.fillWidth: true
                text: qsTr("A supervisor must agree")
                maximumLineCount: 2
            }

            BigText {
                Layout.fillWidth: true
                text: card.approval.reason
                maximumLineCount: 2
            }

            DeskField {
                id: pin

                Layout.fillWidth: true
                label: qsTr("PIN of the supervisor")
                value: card.approval.pin
                error: card.approval.message
                secret: true
                maximumLength: 8
                onEdited: text => card.approval.typePin(text)
                onAccepted: card.approval.submit()
            }

            DeskPad {
                Layout.fillWidth: true
                Layout.fillHeight: true
                flat: card.height < 10 * Paper.target
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: qsTr("Back")
                    key: "Escape"
                    keyLabel: "Esc"
                    kind: ""
                    focusPolicy: Qt.NoFocus
                    onClicked: card.handOver.back()
                }

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: qsTr("Agree")
                    key: "F12"
                    kind: "rewards"
                    enabled: card.approval.pin !== ""
                    focusPolicy: Qt.NoFocus
                    onClicked: card.approval.submit()
                }
            }
        }
    }
}
