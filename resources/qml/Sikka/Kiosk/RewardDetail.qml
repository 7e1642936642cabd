pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// One reward: what it is, what it costs and is worth, what stands in the way; take it or save for it.
GridLayout {
    id: detail

    required property RewardsViewModel rewards

    columns: Paper.wide ? 2 : 1
    columnSpacing: Paper.margin
    rowSpacing: Paper.space

    BigCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 36
        Layout.preferredHeight: 36
        color: Paper.rewardsTint

        RewardPicture {
            anchors.centerIn: parent
            size: Math.min(parent.width, parent.height) * 0.8
            color: Paper.rewardsTint
            picture: detail.rewards.picture
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 64
        Layout.preferredHeight: 64
        spacing: Paper.gap

        BigHeading {
            Layout.fillWidth: true
            text: detail.rewards.title
            font.pixelSize: text.length > 45 ? Paper.large : Paper.title
            maximumLineCount: 4
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Paper.gap

            CoinMark {
                size: Paper.title
            }

            BigHeading {
                text: detail.rewards.price
                color: Paper.coinsTintInk
                Accessible.name: qsTr("%1 coins").arg(detail.rewards.price)
            }

            BigText {
                Layout.fillWidth: true
                Layout.leftMargin: Paper.gap
                text: detail.rewards.worth
                color: Paper.muted
                font.pixelSize: Paper.large
            }
        }

        Scroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Paper.gap

            BigText {
                width: parent ? parent.width : 0
                text: detail.rewards.facts
                lineHeight: 1.2
            }

            BigText {
                width: parent ? parent.width : 0
                visible: detail.rewards.canTake
                text: detail.rewards.happens
                color: Paper.muted
            }

            Meter {
                width: parent ? parent.width : 0
                visible: detail.rewards.value < 1
                value: detail.rewards.value
                label: detail.rewards.reason
            }
        }

        Tag {
            Layout.fillWidth: true
            visible: text !== ""
            size: Paper.body
            text: detail.rewards.reason
        }

        Tag {
            Layout.fillWidth: true
            visible: text !== ""
            size: Paper.body
            text: detail.rewards.away
        }

        BigButton {
            Layout.fillWidth: true
            visible: detail.rewards.canTake
            text: qsTr("Take it")
            kind: "good"
            onClicked: detail.rewards.take()
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Paper.gap

            BigButton {
                text: qsTr("Back")
                kind: ""
                onClicked: detail.rewards.back()
            }

            BigButton {
                Layout.fillWidth: true
                visible: detail.rewards.canAim
                text: detail.rewards.isAim ? qsTr("No longer my goal") : qsTr("Make it my goal")
                kind: detail.rewards.isAim ? "" : "rewards"
                quiet: detail.rewards.canTake
                onClicked: detail.rewards.aim()
            }
        }
    }
}
