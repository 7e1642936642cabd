pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// What there is for a member, or which one was meant.
FocusScope {
    id: card

    required property HandOverViewModel handOver

    focus: true
    Keys.onReturnPressed: handOver.act()
    Keys.onEnterPressed: handOver.act()
    Keys.onUpPressed: handOver.move(-1)
    Keys.onDownPressed: handOver.move(1)

    BigCard {
        anchors.fill: parent

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Paper.inset
            spacing: Paper.gap

            BigHeading {
                Layout.fillWidth: true
                text: card.handOver.headline
                maximumLineCount: 2
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.handOver.who
                color: Paper.muted
            }

            BigText {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: text !== ""
                text: card.handOver.nothing
                font.pixelSize: Paper.large
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }

            ListView {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: card.handOver.nothing === ""
                clip: true
                spacing: Paper.gap
                boundsBehavior: Flickable.StopAtBounds
                model: card.handOver.lines
                currentIndex: card.handOver.chosen
                highlightMoveDuration: Paper.quick
                ScrollBar.vertical: ScrollBar {}

                delegate: DeskRow {
                    id: line

                    required property int index
                    required property bool possible

                    required ticket
                    required initial
                    required title
                    required detail
                    required note

                    strong: possible
                    selected: index === card.handOver.chosen
                    onClicked: card.handOver.choose(line.index)
                }
            }

            BigText {
                Layout.fillWidth: true
                visible: text !== ""
                text: card.handOver.note
                color: Paper.badTintInk
                Accessible.role: Accessible.AlertMessage
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
                    onClicked: card.handOver.back()
                }

                KeyedButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: card.handOver.action !== ""
                    text: card.handOver.action
                    keyLabel: "⏎"
                    kind: "rewards"
                    focusPolicy: Qt.NoFocus
                    onClicked: card.handOver.act()
                }
            }
        }
    }
}
