pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// The lines of the bill, or what a search found, or what to do first.
Item {
    id: area

    required property BillViewModel bill

    implicitHeight: 80

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.inset
        visible: area.bill.empty && results.count === 0 && area.bill.noResults === ""
        text: area.bill.emptyText
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.inset
        visible: area.bill.noResults !== ""
        text: area.bill.noResults
    }

    Choices {
        id: lines

        anchors.fill: parent
        visible: results.count === 0 && area.bill.noResults === ""
        model: area.bill.lines
        chosen: area.bill.selected
        // Beside the amounts, which stand over the total to the pixel.
        bar.parent: area
        bar.x: width + 4
        bar.height: height
        bar.visible: visible && bar.size < 1
        onCountChanged: positionViewAtEnd()
        // What the bill earns takes room from below: the item scanned last stays in sight.
        onHeightChanged: if (chosen < 0)
            positionViewAtEnd()

        delegate: AbstractButton {
            id: line

            required property int index
            required property string name
            required property string quantity
            required property string amount
            required property string detail
            readonly property bool selected: index === area.bill.selected

            width: ListView.view ? ListView.view.width : 0
            implicitHeight: selected ? Theme.target + 12 : Math.max(Theme.target,
                                                                   content.implicitHeight + 4)
            focusPolicy: Qt.NoFocus
            Accessible.role: Accessible.Button
            Accessible.name: [name, quantity, amount].join(", ")
            Accessible.selected: selected
            onClicked: area.bill.select(index)

            background: Rectangle {
                radius: Theme.smallRadius
                color: line.selected ? Theme.selected : "transparent"
            }

            contentItem: RowLayout {
                id: content

                spacing: 10

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.leftMargin: line.selected ? 10 : 0
                    spacing: 0

                    Body {
                        Layout.fillWidth: true
                        text: line.name
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        lineHeight: 0.9
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }

                    Body {
                        Layout.fillWidth: true
                        visible: line.detail !== ""
                        text: line.detail
                        color: Theme.muted
                        font.pixelSize: Theme.small
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                }

                Body {
                    visible: !line.selected
                    text: line.quantity
                    color: Theme.muted
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }

                Loader {
                    active: line.selected
                    visible: active
                    sourceComponent: Stepper {
                        value: line.quantity
                        of: line.name
                        onLess: area.bill.stepQuantity(line.index, -1)
                        onMore: area.bill.stepQuantity(line.index, 1)
                    }
                }

                Body {
                    Layout.minimumWidth: 104
                    Layout.rightMargin: line.selected ? 10 : 0
                    text: line.amount
                    horizontalAlignment: Text.AlignRight
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }

    Choices {
        id: results

        anchors.fill: parent
        visible: count > 0
        model: area.bill.results
        chosen: area.bill.chosen

        delegate: ChoiceRow {
            required property int index
            required property string name
            required property string price

            required detail

            title: name
            amount: price
            selected: index === area.bill.chosen
            onClicked: area.bill.choose(index)
        }
    }
}
