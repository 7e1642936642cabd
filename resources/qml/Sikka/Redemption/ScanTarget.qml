pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Ready for a scan; a number can be typed, on the keyboard or with a finger.
FocusScope {
    id: target

    required property HandOverViewModel handOver
    required property WaitingViewModel waiting
    property bool keys: false
    property bool letters: false

    function enter() {
        if (handOver.typed !== "" || !waiting.openChosen())
            handOver.submit();
    }

    Keys.onUpPressed: waiting.move(-1)
    Keys.onDownPressed: waiting.move(1)
    Component.onCompleted: number.take()

    BigCard {
        anchors.fill: parent

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Paper.inset
            spacing: Paper.space

            Image {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !target.keys
                source: Qt.resolvedUrl("../../../icons/scan.svg")
                sourceSize: Qt.size(height, height)
                fillMode: Image.PreserveAspectFit
                Accessible.ignored: true
            }

            BigHeading {
                Layout.fillWidth: true
                visible: !target.keys
                text: target.handOver.busy ? qsTr("One moment…") : qsTr("Scan a voucher or a card")
                font.pixelSize: Paper.number
                horizontalAlignment: Text.AlignHCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Paper.title
            }

            DeskField {
                id: number

                Layout.fillWidth: true
                label: qsTr("or type a number from a ticket or voucher, or a phone number")
                value: target.handOver.typed
                onEdited: text => target.handOver.typeText(text)
                onAccepted: target.enter()
            }

            DeskPad {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: target.keys
                letters: target.letters
                enter: qsTr("Look")
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Paper.gap

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: target.keys ? qsTr("Hide keys") : qsTr("Show keys")
                    key: "F2"
                    kind: ""
                    focusPolicy: Qt.NoFocus
                    onClicked: {
                        target.keys = !target.keys;
                        number.take();
                    }
                }

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: target.keys
                    text: target.letters ? qsTr("Digits only") : qsTr("Letters too")
                    key: "F3"
                    kind: ""
                    focusPolicy: Qt.NoFocus
                    onClicked: target.letters = !target.letters
                }

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: !target.keys
                    text: qsTr("Look")
                    keyLabel: "⏎"
                    kind: "rewards"
                    enabled: target.handOver.typed !== ""
                    focusPolicy: Qt.NoFocus
                    onClicked: target.enter()
                }
            }
        }
    }
}
