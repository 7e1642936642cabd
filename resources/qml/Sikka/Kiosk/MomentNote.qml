pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// A note from the owner: lights, a closed box to tap, then the gift and what the owner says.
MomentScene {
    id: scene

    property bool unpacked: false

    // A closed box is not the end: a touch anywhere opens it.
    running: !unpacked || opening.running
    onSettle: {
        lights.settle();
        if (unpacked)
            opening.settle();
        unpacked = true;
    }

    Motion {
        id: lights

        steps: [Paper.slow]
    }

    Row {
        id: garland

        readonly property list<string> kinds: ["coins", "visits", "play", "rewards", "category", "tier"]

        width: parent.width
        height: 40 * Paper.unit
        spacing: (width - 18 * height * 0.7) / 17

        Repeater {
            model: 18

            Rectangle {
                required property int index

                y: garland.height * 0.3 * (1 + Math.sin(index))
                width: garland.height * 0.7
                height: width
                radius: width / 2
                color: Paper.strong(garland.kinds[index % garland.kinds.length])
                // One after another, from the left.
                opacity: 0.25 + 0.75 * Math.max(0, Math.min(1, lights.even(0) * 3 - index / 9))
            }
        }
    }

    GridLayout {
        anchors.top: garland.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.topMargin: Paper.space
        columns: Paper.wide && scene.unpacked ? 2 : 1
        columnSpacing: Paper.margin
        rowSpacing: Paper.space

        AbstractButton {
            id: present

            Layout.alignment: Qt.AlignCenter
            Layout.preferredWidth: Math.min(360 * Paper.unit, scene.height * 0.5)
            Layout.preferredHeight: Layout.preferredWidth * 1.2
            focusPolicy: Qt.TabFocus
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Open the box")
            Keys.onReturnPressed: click()
            onClicked: scene.settle()

            Motion {
                id: opening

                steps: [Paper.slow, Paper.quick]
                begun: scene.unpacked
            }

            contentItem: GiftBox {
                kind: "visits"
                open: scene.unpacked ? opening.part(0) : 0

                CoinMark {
                    anchors.centerIn: parent
                    size: parent.width * 0.7
                }
            }
        }

        BigText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !scene.unpacked
            text: qsTr("Something for you. Tap the box!")
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignHCenter
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: scene.unpacked
            opacity: opening.part(1)
            spacing: Paper.space

            Item {
                Layout.fillHeight: true
            }

            BigHeading {
                Layout.fillWidth: true
                text: scene.moments.title
            }

            BigText {
                Layout.fillWidth: true
                text: scene.moments.text
                font.pixelSize: Paper.large
            }

            Tag {
                visible: text !== ""
                kind: "coins"
                text: scene.moments.gift
                size: Paper.large
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
