pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// What waits with its number, or what was handed over today. What is new is called out.
BigCard {
    id: panel

    required property WaitingViewModel waiting

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Paper.space
        spacing: Paper.gap

        BigHeading {
            Layout.fillWidth: true
            text: panel.waiting.heading
            font.pixelSize: Paper.large
            maximumLineCount: 2
        }

        Rectangle {
            id: call

            Layout.fillWidth: true
            implicitHeight: called.implicitHeight + 2 * Paper.gap
            visible: panel.waiting.call !== "" && !panel.waiting.today
            radius: Paper.smallRadius
            color: Paper.rewards
            Accessible.role: Accessible.AlertMessage
            Accessible.name: panel.waiting.call

            BigHeading {
                id: called

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Paper.space
                text: panel.waiting.call
                color: Paper.rewardsInk
                font.pixelSize: Paper.large
                maximumLineCount: 5
                Accessible.ignored: true
            }

            SequentialAnimation {
                running: call.visible && !Paper.reducedMotion
                loops: 3

                NumberAnimation {
                    target: call
                    property: "scale"
                    from: 1
                    to: 0.95
                    duration: Paper.calm
                    easing.type: Easing.InOutQuad
                }

                NumberAnimation {
                    target: call
                    property: "scale"
                    from: 0.95
                    to: 1
                    duration: Paper.calm
                    easing.type: Easing.InOutQuad
                }
            }
        }

        BigText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: text !== ""
            text: panel.waiting.nothing
            color: Paper.muted
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }

        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: panel.waiting.nothing === ""
            clip: true
            spacing: Paper.gap
            boundsBehavior: Flickable.StopAtBounds
            model: panel.waiting.rows
            currentIndex: panel.waiting.chosen
            highlightMoveDuration: Paper.quick
            ScrollBar.vertical: ScrollBar {}

            delegate: DeskRow {
                id: line

                required property int index

                required ticket
                required title
                required detail
                required fresh

                enabled: !panel.waiting.today
                selected: index === panel.waiting.chosen
                onClicked: panel.waiting.choose(line.index)
            }
        }

        KeyedButton {
            Layout.fillWidth: true
            text: panel.waiting.other
            key: "F7"
            kind: ""
            focusPolicy: Qt.NoFocus
            onClicked: panel.waiting.toggle()
        }
    }
}
