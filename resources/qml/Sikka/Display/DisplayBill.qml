pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Who is served, what is on the bill, what it brings.
GridLayout {
    id: screen

    required property DisplayViewModel display
    readonly property bool sum: display.total !== ""

    columns: Paper.wide ? 2 : 1
    columnSpacing: Paper.margin
    rowSpacing: Paper.space

    ColumnLayout {
        Layout.fillWidth: true
        // With no bill yet the greeting stands in the middle.
        Layout.fillHeight: Paper.wide || !screen.sum
        Layout.preferredWidth: screen.sum ? 4 : 1
        Layout.alignment: Qt.AlignTop
        spacing: Paper.gap

        Item {
            Layout.fillHeight: true
            visible: Paper.wide || !screen.sum
        }

        Avatar {
            Layout.alignment: screen.sum ? Qt.AlignLeft : Qt.AlignHCenter
            visible: screen.display.initial !== "" && Paper.room.height >= 700
            letter: screen.display.initial
        }

        BigHeading {
            Layout.fillWidth: true
            text: screen.display.greeting
            font.pixelSize: screen.sum ? Paper.title : Paper.number
            maximumLineCount: 3
            horizontalAlignment: screen.sum ? Text.AlignLeft : Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: screen.display.balance
            color: Paper.onTint("coins")
            font.pixelSize: Paper.large
            weight: Paper.medium
            maximumLineCount: 3
            horizontalAlignment: screen.sum ? Text.AlignLeft : Text.AlignHCenter
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: screen.display.next
            color: Paper.onTint("rewards")
            maximumLineCount: 3
            horizontalAlignment: screen.sum ? Text.AlignLeft : Text.AlignHCenter
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: screen.display.join
            font.pixelSize: Paper.large
            maximumLineCount: 4
            horizontalAlignment: screen.sum ? Text.AlignLeft : Text.AlignHCenter
        }

        Item {
            Layout.fillHeight: true
            visible: Paper.wide || !screen.sum
        }

        Tag {
            Layout.fillWidth: true
            visible: screen.display.gift !== ""
            kind: "rewards"
            text: screen.display.gift
        }

        RowLayout {
            Layout.fillWidth: true
            visible: screen.display.earns !== ""
            spacing: Paper.gap

            CoinMark {
                size: Paper.title
            }

            BigHeading {
                Layout.fillWidth: true
                text: screen.display.earns
                color: Paper.onTint("coins")
                font.pixelSize: Paper.large
                maximumLineCount: 2
            }
        }
    }

    BigCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 5
        visible: screen.sum

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Paper.space
            spacing: Paper.gap

            Item {
                Layout.fillHeight: true
                visible: !screen.display.hasLines
            }

            ListView {
                id: lines

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: screen.display.hasLines
                clip: true
                cacheBuffer: 0 // as in Choices
                interactive: contentHeight > height
                spacing: Paper.gap / 2
                model: screen.display.lines
                // What was scanned last is what the customer looks for.
                onCountChanged: Qt.callLater(positionViewAtEnd)
                Component.onCompleted: Qt.callLater(positionViewAtEnd)

                delegate: SumLine {
                    required property string name
                    required property string quantity
                    required amount

                    width: ListView.view.width
                    label: name + "  " + quantity
                }
            }

            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: 2
                visible: screen.display.hasLines
                color: Paper.line
            }

            SumLine {
                Layout.fillWidth: true
                label: screen.display.totalLabel
                amount: screen.display.total
                strong: true
                size: screen.display.collect === "" ? Paper.number : Paper.large
            }

            Repeater {
                model: screen.display.offs

                SumLine {
                    required property string title
                    required amount

                    Layout.fillWidth: true
                    label: title
                    ink: Paper.onTint("category")
                }
            }

            SumLine {
                Layout.fillWidth: true
                visible: screen.display.collect !== ""
                label: screen.display.collectLabel
                amount: screen.display.collect
                strong: true
                size: Paper.number
            }

            Item {
                Layout.fillHeight: true
                visible: !screen.display.hasLines
            }
        }
    }
}
