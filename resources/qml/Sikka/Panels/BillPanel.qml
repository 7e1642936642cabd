pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// The bill: its number, its lines, its total once, what it earns, what to do.
Card {
    id: panel

    required property CounterViewModel counter
    readonly property BillViewModel bill: counter.bill

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.inset
        anchors.topMargin: 12
        anchors.bottomMargin: Theme.space
        spacing: 10

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            Heading {
                // The field says what it is where there is no room to say it twice.
                visible: panel.width > 500
                text: qsTr("Bill")
            }

            Field {
                id: number

                Layout.fillWidth: true
                Layout.preferredWidth: 220
                Layout.maximumWidth: 320
                Layout.minimumWidth: 96
                hint: qsTr("Bill number")
                value: panel.bill.number
                maximumLength: 40
                onEdited: text => panel.bill.typeNumber(text)
                onAccepted: panel.bill.entryWanted()
            }

            Item {
                Layout.fillWidth: true
                Layout.preferredWidth: 0
            }

            KeyButton {
                visible: panel.visible
                text: qsTr("Today")
                key: "F10"
                quiet: true
                focusPolicy: Qt.NoFocus
                onClicked: panel.counter.openPanel("today")
            }

            KeyButton {
                visible: panel.visible
                enabled: !panel.bill.hasLines
                text: panel.bill.mode === "amount" ? qsTr("Items") : qsTr("Amount")
                key: "F3"
                quiet: true
                focusPolicy: Qt.NoFocus
                onClicked: panel.bill.toggleMode()
            }
        }

        Banner {
            Layout.fillWidth: true
            text: panel.bill.exchange
        }

        BillLines {
            Layout.fillWidth: true
            Layout.fillHeight: true
            bill: panel.bill
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.line
        }

        BillOffs {
            Layout.fillWidth: true
            visible: count > 0
            bill: panel.bill
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            Heading {
                text: qsTr("Total")
                weight: Theme.medium
            }

            Heading {
                Layout.fillWidth: true
                text: panel.bill.total
                font.pixelSize: Theme.huge
                horizontalAlignment: Text.AlignRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.large
                elide: Text.ElideNone
            }
        }

        EarnsBox {
            Layout.fillWidth: true
            visible: !panel.bill.empty
            counter: panel.counter
        }

        BillActions {
            Layout.fillWidth: true
            Layout.fillHeight: false
            counter: panel.counter
            shown: panel.visible
        }
    }

    Connections {
        target: panel.bill

        function onNumberWanted() {
            number.take();
        }
    }
}
