pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What a member has: coins and their worth, what is pending, what lapses, credit and debt.
Rectangle {
    id: box

    required property MemberViewModel member

    implicitHeight: purse.implicitHeight + 2 * 12
    radius: Theme.radius
    color: Theme.amberTint

    ColumnLayout {
        id: purse

        anchors.fill: parent
        anchors.margins: 12
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: 0

                Body {
                    text: qsTr("Coins")
                    color: Theme.amberTintInk
                    font.pixelSize: Theme.small
                }

                Heading {
                    Layout.fillWidth: true
                    text: box.member.coins
                    font.pixelSize: Theme.huge
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.large
                }
            }

            ColumnLayout {
                Layout.alignment: Qt.AlignBottom
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: 0

                Body {
                    Layout.alignment: Qt.AlignRight
                    text: qsTr("Worth")
                    color: Theme.amberTintInk
                    font.pixelSize: Theme.small
                }

                Heading {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignRight
                    text: box.member.worth
                    weight: Theme.medium
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                }
            }
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.member.pending
            color: Theme.amberTintInk
            font.pixelSize: Theme.small
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.member.expiring
            color: Theme.amberTintInk
            weight: Theme.bold
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.member.credit
            color: Theme.amberTintInk
            font.pixelSize: Theme.small
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: box.member.debt
            color: Theme.badTintInk
            font.pixelSize: Theme.small
        }
    }
}
