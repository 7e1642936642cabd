pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The shelf: what is within reach, what nearly is, what comes later.
ColumnLayout {
    id: list

    required property RewardsViewModel rewards

    spacing: Paper.space

    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.gap

        BigHeading {
            Layout.fillWidth: true
            text: qsTr("Choose a reward")
        }

        CoinMark {
            size: Paper.title
        }

        BigHeading {
            text: list.rewards.coins
            color: Paper.coinsTintInk
            Accessible.name: qsTr("You have %1 coins").arg(list.rewards.coins)
        }
    }

    Tag {
        Layout.fillWidth: true
        visible: text !== ""
        text: list.rewards.away
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: list.rewards.nothing
        color: Paper.muted
        font.pixelSize: Paper.large
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true

        RewardGroup {
            width: parent ? parent.width : 0
            title: qsTr("You can have these now")
            model: list.rewards.within
            reached: true
            onChosen: reward => list.rewards.look(reward)
        }

        RewardGroup {
            width: parent ? parent.width : 0
            title: qsTr("Almost there")
            model: list.rewards.almost
            onChosen: reward => list.rewards.look(reward)
        }

        RewardGroup {
            width: parent ? parent.width : 0
            title: qsTr("For later")
            model: list.rewards.later
            onChosen: reward => list.rewards.look(reward)
        }
    }
}
