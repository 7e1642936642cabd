pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Before the coins go: what one has, what it costs, what one has after it.
ColumnLayout {
    id: sure

    required property RewardsViewModel rewards

    spacing: Paper.space

    Item {
        Layout.fillHeight: true
    }

    RewardPicture {
        Layout.alignment: Qt.AlignHCenter
        size: Math.min(150 * Paper.unit, sure.height * 0.18)
        picture: sure.rewards.picture
    }

    BigHeading {
        Layout.fillWidth: true
        text: sure.rewards.title
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 3
    }

    BeforeAfter {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: 900 * Paper.unit
        before: sure.rewards.before
        cost: sure.rewards.price
        after: sure.rewards.after
    }

    BigText {
        Layout.fillWidth: true
        text: sure.rewards.happens
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Paper.gap

        BigButton {
            text: qsTr("No, go back")
            kind: ""
            enabled: !sure.rewards.busy
            onClicked: sure.rewards.back()
        }

        BigButton {
            Layout.preferredWidth: 480 * Paper.unit
            text: qsTr("Yes, take it")
            kind: "good"
            enabled: !sure.rewards.busy
            onClicked: sure.rewards.confirm()
        }
    }
}
