pragma ComponentBehavior: Bound

import QtQuick
import Sikka.ViewModels

// Rewards: the shelf, one of them, the question before the coins go, what came of it.
Item {
    id: screen

    required property KioskViewModel kiosk
    readonly property RewardsViewModel rewards: kiosk.rewards

    RewardList {
        anchors.fill: parent
        visible: screen.rewards.step === "list"
        rewards: screen.rewards
    }

    RewardDetail {
        anchors.fill: parent
        visible: screen.rewards.step === "detail"
        rewards: screen.rewards
    }

    RewardConfirm {
        anchors.fill: parent
        visible: screen.rewards.step === "confirm"
        rewards: screen.rewards
    }

    RewardAimed {
        anchors.fill: parent
        visible: screen.rewards.step === "aimed"
        rewards: screen.rewards
        onLeaving: screen.kiosk.home()
    }

    RewardDone {
        anchors.fill: parent
        visible: screen.rewards.step === "done"
        rewards: screen.rewards
        onLeaving: screen.kiosk.home()
    }

    ToldCard {
        anchors.fill: parent
        visible: screen.rewards.step === "refused"
        title: screen.rewards.doneTitle
        detail: screen.rewards.doneText
        action: qsTr("See the others")
        onGoneOn: screen.rewards.back()
    }
}
