pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Nobody is here: the shop's name, what one gets, how to begin.
Item {
    id: screen

    required property KioskViewModel kiosk
    readonly property AttractViewModel attract: kiosk.attract
    readonly property bool said: kiosk.answer !== "" || kiosk.calling.text !== ""
    // What is said above needs the room that is left free between the parts of a low panel.
    readonly property bool airy: Paper.room.height >= 1000 || !(said || kiosk.notice !== "")

    ColumnLayout {
        anchors.fill: parent
        spacing: Paper.space

        RowLayout {
            Layout.fillWidth: true
            spacing: Paper.gap

            Item {
                Layout.fillWidth: true
            }

            LanguagePills {
                kiosk: screen.kiosk
            }

            CallButton {
                kiosk: screen.kiosk
            }
        }

        Item {
            Layout.fillHeight: true
            visible: screen.airy
        }

        BigHeading {
            Layout.fillWidth: true
            text: screen.kiosk.shopName
            font.pixelSize: Paper.number
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 2
            Accessible.role: Accessible.Heading
        }

        CardPicture {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: (Paper.wide ? 150 : 300) * Paper.unit
            Layout.preferredWidth: implicitWidth
            visible: Paper.room.height >= 1000 && !Paper.lowReach && !screen.said
        }

        BigText {
            Layout.fillWidth: true
            visible: screen.kiosk.answer === ""
            text: qsTr("Show your card to see your coins")
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignHCenter
        }

        Item {
            Layout.fillHeight: true
            visible: screen.airy
        }

        GridLayout {
            id: slides

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: (Paper.wide ? 320 : 700) * Paper.unit
            columns: Paper.wide ? 3 : 1
            columnSpacing: Paper.space
            rowSpacing: Paper.space

            Repeater {
                model: screen.attract.slides

                SlideCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.preferredHeight: 300 * Paper.unit
                }
            }

            NumberAnimation {
                id: appearing

                target: slides
                property: "opacity"
                from: 0
                to: 1
                duration: Paper.slow
            }

            Connections {
                target: screen.attract

                function onTurnChanged() {
                    if (Paper.slow > 0)
                        appearing.restart();
                }
            }
        }

        Item {
            Layout.fillHeight: true
            visible: screen.airy
        }

        GridLayout {
            Layout.fillWidth: true
            columns: Paper.wide ? 3 : 1
            columnSpacing: Paper.space
            rowSpacing: Paper.gap

            BigButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Math.max(Paper.target, 110 * Paper.unit)
                visible: screen.attract.camera
                text: qsTr("Show my card")
                onClicked: screen.kiosk.go("signin")
            }

            BigButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Math.max(Paper.target, 110 * Paper.unit)
                text: qsTr("No card? Phone and PIN")
                kind: "rewards"
                onClicked: screen.kiosk.go("signin")
            }

            BigButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Math.max(Paper.target, 110 * Paper.unit)
                text: qsTr("Join")
                kind: "coins"
                onClicked: screen.kiosk.go("join")
            }
        }

        AccessSwitches {
            Layout.fillWidth: true
            Layout.fillHeight: false
            access: screen.kiosk.access
        }
    }
}
