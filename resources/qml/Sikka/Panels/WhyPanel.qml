pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Every reason for what the bill earns and costs.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property BillViewModel bill: counter.bill

    title: bill.earns
    subtitle: bill.total
    onBack: counter.back()

    Choices {
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: panel.bill.reasons

        delegate: RowLayout {
            id: reason

            required property string title
            required property string detail
            required property string amount

            width: (ListView.view as Choices)?.room ?? 0
            spacing: Theme.space

            ColumnLayout {
                Layout.fillWidth: true
                Layout.topMargin: 8
                Layout.bottomMargin: 8
                spacing: 0

                Body {
                    Layout.fillWidth: true
                    text: reason.title
                    weight: Theme.bold
                }

                Body {
                    Layout.fillWidth: true
                    text: reason.detail
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }

            Heading {
                text: reason.amount
                color: Theme.amberTintInk
            }
        }
    }

    Body {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.bill.nextCoin
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: qsTr("Record sale")
        key: "F12"
        primary: true
        onClicked: panel.counter.record()
    }
}
