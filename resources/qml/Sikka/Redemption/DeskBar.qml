pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Where we are, who is signed in, which language is spoken, and whether all is well.
Rectangle {
    id: bar

    required property RedemptionViewModel redemption
    readonly property ConnectionViewModel connection: redemption.connection
    readonly property real line: Paper.target + Paper.gap

    implicitHeight: line + help.implicitHeight + notice.implicitHeight + strip.implicitHeight
    color: Paper.dark

    RowLayout {
        height: bar.line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Paper.inset
        anchors.rightMargin: Paper.gap
        spacing: Paper.gap

        BigHeading {
            Layout.fillWidth: true
            text: bar.redemption.title
            color: Paper.darkInk
            font.pixelSize: Paper.large
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 24
        }

        BigText {
            Layout.maximumWidth: bar.width * 0.24
            visible: bar.redemption.staff !== ""
            text: bar.width > 1500 ? bar.redemption.staff : bar.redemption.staffName
            color: Paper.darkInk
            font.pixelSize: Paper.small
            wrapMode: Text.NoWrap
        }

        Row {
            spacing: 2

            Repeater {
                model: bar.redemption.languages

                AbstractButton {
                    id: language

                    required property string code
                    required property string label
                    required property string name
                    required property bool chosen

                    width: Paper.target
                    height: Paper.target
                    focusPolicy: Qt.NoFocus
                    Accessible.role: Accessible.Button
                    Accessible.name: name
                    Accessible.selected: chosen
                    onClicked: bar.redemption.setLanguage(code)

                    background: Rectangle {
                        radius: Paper.smallRadius
                        color: language.chosen ? Paper.darkInk : "transparent"
                    }

                    contentItem: BigText {
                        text: language.label
                        color: language.chosen ? Paper.dark : Paper.darkInk
                        font.pixelSize: Paper.small
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }

        BarButton {
            visible: bar.redemption.staff !== ""
            text: bar.redemption.mute
            key: "F9"
            symbol: bar.redemption.muted ? Qt.resolvedUrl("../../../icons/sound-off.svg")
                                         : Qt.resolvedUrl("../../../icons/sound-on.svg")
            onClicked: bar.redemption.toggleSound()
        }

        BarButton {
            visible: bar.redemption.staff !== ""
            text: qsTr("Lock")
            key: "Ctrl+L"
            symbol: Qt.resolvedUrl("../../../icons/lock.svg")
            onClicked: bar.redemption.lock()
        }
    }

    HelpStrip {
        id: help

        anchors.bottom: notice.top
        width: parent.width
        help: bar.redemption.help
        canAnswer: bar.redemption.staff !== ""
    }

    DeskStrip {
        id: notice

        anchors.bottom: strip.top
        width: parent.width
        sentence: bar.redemption.notice
        bad: true
    }

    DeskStrip {
        id: strip

        anchors.bottom: parent.bottom
        width: parent.width
        sentence: bar.connection.sentence
        detail: bar.connection.detail
        bad: bar.connection.kind === "bad"
    }

    Shortcut {
        sequence: "Shift+F1"
        onActivated: bar.redemption.nextLanguage()
    }
}
