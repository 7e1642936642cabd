pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// One reward on the shelf: what it is, what it costs, what is missing.
AbstractButton {
    id: card

    required property string id
    required property string title
    required property string picture
    required property string coins
    required property string worth
    required property string line
    required property real value
    required property bool mine
    property bool reached: false

    implicitHeight: Math.max(2 * Paper.target, content.implicitHeight + 2 * Paper.space)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title, qsTr("%1 coins").arg(coins), worth, mine ? qsTr("my goal") : "", line].filter(part => part !== "").join(", ")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: BigCard {
        color: card.down ? Paper.pressed : Paper.card
        border.color: card.visualFocus || card.mine ? Paper.rewards : Paper.line
        border.width: card.visualFocus || card.mine ? Paper.focusLine : Paper.highContrast ? 3 : 1
    }

    contentItem: Item {
        implicitHeight: content.implicitHeight

        RowLayout {
            id: content

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Paper.space
            anchors.rightMargin: Paper.space
            spacing: Paper.space

            RewardPicture {
                Layout.alignment: Qt.AlignVCenter
                picture: card.picture
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Paper.gap / 2

                BigHeading {
                    Layout.fillWidth: true
                    text: card.title
                    font.pixelSize: Math.round((Paper.body + Paper.large) / 2)
                    maximumLineCount: 3
                    Accessible.ignored: true
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Paper.gap

                    CoinMark {
                        size: Paper.large
                    }

                    BigHeading {
                        text: card.coins
                        color: Paper.coinsTintInk
                        font.pixelSize: Paper.large
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }

                    BigText {
                        Layout.fillWidth: true
                        text: card.worth
                        color: Paper.muted
                        font.pixelSize: Paper.small
                        maximumLineCount: 1
                        Accessible.ignored: true
                    }
                }

                Meter {
                    Layout.fillWidth: true
                    visible: !card.reached && card.value < 1
                    value: card.value
                }

                BigText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: card.mine ? [qsTr("My goal"), card.line].filter(part => part !== "").join(" · ") : card.line
                    color: card.mine ? Paper.rewardsTintInk : Paper.coinsTintInk
                    font.pixelSize: Paper.small
                    weight: Paper.medium
                    Accessible.ignored: true
                }
            }
        }
    }
}
