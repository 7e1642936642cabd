pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Where we are, whether all is well, who is signed in, which language is spoken.
Rectangle {
    id: bar

    required property StationViewModel station
    property Component badge: null
    property bool badged: false
    readonly property ConnectionViewModel connection: station.connection
    readonly property bool narrow: width < 1200
    readonly property real line: Math.max(60, Theme.target + 12)

    signal opened(panel: string)

    implicitHeight: line + help.implicitHeight + slips.implicitHeight + strip.implicitHeight
    color: Theme.bar

    RowLayout {
        height: bar.line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.inset
        anchors.rightMargin: Theme.space
        spacing: bar.narrow ? Theme.gap : Theme.space

        Heading {
            Layout.maximumWidth: bar.width * 0.36
            text: bar.station.title
            color: Theme.barInk
        }

        Body {
            Layout.fillWidth: true
            text: bar.narrow && bar.badged ? "" : bar.station.store
            color: Theme.barMuted
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        Loader {
            active: bar.badged
            visible: active
            sourceComponent: bar.badge
        }

        AbstractButton {
            id: status

            Layout.maximumWidth: 320
            implicitHeight: Theme.target
            implicitWidth: pill.implicitWidth
            focusPolicy: Qt.NoFocus
            enabled: bar.connection.known && bar.station.staff !== ""
            Accessible.role: enabled ? Accessible.Button : Accessible.StaticText
            Accessible.name: bar.station.status
            onClicked: bar.opened("connection")

            background: Rectangle {
                radius: Theme.smallRadius
                color: status.down ? Theme.waitingTint : "transparent"
                border.width: status.enabled ? 1 : 0
                border.color: Theme.barMuted
            }

            contentItem: Item {
                implicitWidth: pill.implicitWidth

                Pill {
                    id: pill

                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    color: bar.station.statusGood ? "transparent" : Theme.waitingTint
                    ink: bar.station.statusGood ? Theme.goodLight : Theme.waitingTintInk
                    text: bar.station.status
                    Accessible.ignored: true
                }
            }

            Shortcut {
                sequence: "Shift+F3"
                enabled: status.enabled && bar.connection.sentence === ""
                onActivated: status.click()
            }
        }

        ScannerKey {
            station: bar.station
            onClicked: bar.opened("setup")
        }

        Row {
            spacing: 2

            Repeater {
                model: bar.station.languages

                AbstractButton {
                    id: language

                    required property string code
                    required property string label
                    required property string name
                    required property bool chosen

                    width: Theme.target
                    height: Theme.target
                    focusPolicy: Qt.NoFocus
                    Accessible.role: Accessible.Button
                    Accessible.name: name
                    Accessible.selected: chosen
                    onClicked: bar.station.setLanguage(code)

                    background: Rectangle {
                        radius: Theme.smallRadius
                        color: language.chosen ? Theme.barInk : "transparent"
                    }

                    contentItem: Body {
                        text: language.label
                        color: language.chosen ? Theme.ink : Theme.barMuted
                        font.pixelSize: Theme.small
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }

        Body {
            Layout.maximumWidth: bar.narrow ? 120 : 220
            visible: bar.station.staff !== ""
            text: bar.station.staff
            color: Theme.barInk
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        KeyButton {
            visible: bar.station.staff !== ""
            text: qsTr("Lock")
            key: "Ctrl+L"
            keyLabel: ""
            focusPolicy: Qt.NoFocus
            onClicked: bar.station.lock()
        }
    }

    HelpCallStrip {
        id: help

        anchors.bottom: slips.top
        width: parent.width
        help: bar.station.help
        canAnswer: bar.station.staff !== ""
    }

    PrintStrip {
        id: slips

        anchors.bottom: strip.top
        width: parent.width
        printing: bar.station.printing
    }

    ConnectionStrip {
        id: strip

        anchors.bottom: parent.bottom
        width: parent.width
        connection: bar.connection
        canOpen: bar.station.staff !== ""
        onOpened: panel => bar.opened(panel)
    }

    Shortcut {
        sequence: "Shift+F1"
        onActivated: bar.station.nextLanguage()
    }
}
