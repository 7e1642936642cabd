pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Who is at the counter.
Card {
    id: panel

    required property CounterViewModel counter
    readonly property MemberViewModel member: counter.member
    // On a 1024 pixel screen two texts do not fit beside each other.
    readonly property bool narrow: width < 320
    // There, under a strip, no purchase would have room below its heading.
    readonly property bool low: narrow && height < 640

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.inset
        visible: !panel.member.present
        spacing: Theme.space

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 96
            Layout.preferredHeight: 96
            radius: 48
            color: Theme.amberTint

            Image {
                anchors.centerIn: parent
                source: Qt.resolvedUrl("../../../icons/card.svg")
                sourceSize: Qt.size(48, 48)
            }
        }

        EmptyState {
            Layout.fillWidth: true
            title: qsTr("Scan the card")
            text: qsTr("or press F2 to find or enrol the customer.")
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.inset
        visible: panel.member.present
        spacing: 12

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            Rectangle {
                Layout.preferredWidth: panel.narrow ? 40 : 52
                Layout.preferredHeight: Layout.preferredWidth
                radius: width / 2
                color: Theme.amber

                Heading {
                    anchors.centerIn: parent
                    text: panel.member.initial
                    color: Theme.amberInk
                    font.pixelSize: Theme.title
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Heading {
                    Layout.fillWidth: true
                    text: panel.member.name
                    font.pixelSize: panel.narrow ? Theme.large : Theme.title
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    lineHeight: 0.85
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.small
                }

                Body {
                    Layout.fillWidth: true
                    visible: !panel.narrow
                    text: panel.member.about
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
        }

        Body {
            Layout.fillWidth: true
            Layout.topMargin: -6
            visible: panel.narrow
            text: panel.member.about
            color: Theme.muted
            font.pixelSize: Theme.small
        }

        MemberPurse {
            Layout.fillWidth: true
            member: panel.member
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 6

            GridLayout {
                Layout.fillWidth: true
                columns: panel.narrow ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: 2

                Pill {
                    Layout.maximumWidth: panel.narrow ? 240 : 160
                    color: Theme.violetTint
                    ink: Theme.violetTintInk
                    text: panel.member.tier
                }

                Body {
                    Layout.fillWidth: true
                    text: panel.member.tierNext
                    color: Theme.muted
                    font.pixelSize: Theme.small
                    horizontalAlignment: panel.narrow ? Text.AlignLeft : Text.AlignRight
                }
            }

            Bar {
                Layout.fillWidth: true
                value: panel.member.tierValue
                fill: Theme.violet
                Accessible.role: Accessible.ProgressBar
                Accessible.name: panel.member.tierNext
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: hint.implicitHeight + 2 * 10
            visible: panel.member.aloud !== ""
            radius: Theme.smallRadius
            color: Theme.indigoTint

            Body {
                id: hint

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: 12
                anchors.rightMargin: 12
                text: panel.member.aloud
                color: Theme.indigoTintInk
                maximumLineCount: 4
                elide: Text.ElideRight
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            visible: !panel.low
            color: Theme.line
        }

        Body {
            Layout.fillWidth: true
            visible: !panel.low
            text: panel.member.firstVisit || qsTr("Last purchases")
            color: Theme.muted
            font.pixelSize: Theme.small
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: visits

                readonly property int row: 30

                width: parent.width
                // Whole purchases only: half of one looks like a fault.
                height: row * Math.floor(parent.height / row)
                clip: true
                cacheBuffer: 0 // as in Choices
                interactive: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds
                snapMode: ListView.SnapToItem
                model: panel.member.visits

                delegate: RowLayout {
                    id: visit

                    required property string day
                    required property string amount
                    required property string coins

                    width: visits.width
                    height: visits.row
                    spacing: Theme.gap

                    Body {
                        Layout.fillWidth: true
                        text: visit.day
                        font.pixelSize: Theme.small
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                    }

                    Body {
                        text: visit.amount
                        font.pixelSize: Theme.small
                        wrapMode: Text.NoWrap
                    }

                    Body {
                        Layout.minimumWidth: 52
                        text: visit.coins
                        color: Theme.amberTintInk
                        font.pixelSize: Theme.small
                        horizontalAlignment: Text.AlignRight
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            KeyButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: qsTr("Card")
                key: "F11"
                stacked: true
                focusPolicy: Qt.NoFocus
                onClicked: panel.counter.openPanel("cards")
            }

            KeyButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: qsTr("Desk")
                key: "Shift+F11"
                keyLabel: "⇧F11"
                stacked: true
                focusPolicy: Qt.NoFocus
                Accessible.name: qsTr("Member desk")
                onClicked: panel.counter.openPanel("desk")
            }

            KeyButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1.8
                text: panel.narrow ? qsTr("Remove") : qsTr("Remove member")
                key: "Shift+F2"
                stacked: true
                keyLabel: "⇧F2"
                focusPolicy: Qt.NoFocus
                Accessible.name: qsTr("Go on without this member")
                onClicked: panel.counter.removeMember()
            }
        }
    }
}
