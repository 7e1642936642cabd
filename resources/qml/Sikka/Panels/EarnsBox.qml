pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What the bill earns, why, what would earn more, what the till must do, what to say.
Rectangle {
    id: box

    required property CounterViewModel counter
    readonly property BillViewModel bill: counter.bill
    readonly property bool low: Window.height < 800

    implicitHeight: content.implicitHeight + 2 * 12
    radius: Theme.radius
    color: Theme.indigoTint

    TextMetrics {
        id: oneLine

        font: detail.font
        text: detail.text
    }

    ColumnLayout {
        id: content

        anchors.fill: parent
        anchors.margins: 12
        anchors.leftMargin: Theme.space
        spacing: 2

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            Heading {
                Layout.fillWidth: true
                text: box.bill.earns
                wrapMode: Text.Wrap
                lineHeight: 0.85
                color: Theme.indigoTintInk
            }

            KeyButton {
                visible: box.bill.canExplain && box.visible
                text: box.bill.why
                key: "F1"
                focusPolicy: Qt.NoFocus
                onClicked: box.counter.openPanel("why")
            }
        }

        Body {
            id: detail

            Layout.fillWidth: true
            // What a low window has no line for is told under Why.
            visible: text !== "" && (!box.low || oneLine.advanceWidth < content.width)
            text: box.bill.earnsDetail
            font.pixelSize: Theme.small
            maximumLineCount: 2
            lineHeight: 0.9
            elide: Text.ElideRight
        }

        Body {
            Layout.fillWidth: true
            visible: text !== "" && box.bill.gift === "" && box.bill.nextGift === ""
            text: box.bill.nextCoin
            font.pixelSize: Theme.small
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.bill.gift
            weight: Theme.bold
        }

        Body {
            Layout.fillWidth: true
            visible: text !== "" && box.bill.gift === ""
            text: box.bill.nextGift
            font.pixelSize: Theme.small
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.bill.unfit
            color: Theme.badTintInk
            weight: Theme.bold
        }

        Heading {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.bill.tender
            font.pixelSize: Theme.large
            wrapMode: Text.Wrap
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.bill.aloud
            color: Theme.muted
            font.pixelSize: Theme.small
            font.italic: true
        }
    }
}
