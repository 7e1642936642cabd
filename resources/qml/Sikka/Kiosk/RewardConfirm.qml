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
        size: 150 * Paper.unit
        picture: sure.rewards.picture
    }

    BigHeading {
        Layout.fillWidth: true
        text: sure.rewards.title
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 3
    }

    GridLayout {
        Layout.alignment: Qt.AlignHCenter
        columns: 3
        columnSpacing: Paper.margin
        rowSpacing: 0

        BigText {
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("You have")
            color: Paper.muted
        }

        BigText {
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("It costs")
            color: Paper.muted
        }

        BigText {
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("After it")
            color: Paper.muted
        }

        BigHeading {
            Layout.alignment: Qt.AlignHCenter
            text: sure.rewards.before
            font.pixelSize: Paper.number
        }

        BigHeading {
            Layout.alignment: Qt.AlignHCenter
            text: "−" + sure.rewards.price
            color: Paper.badTintInk
            font.pixelSize: Paper.number
        }

        BigHeading {
            Layout.alignment: Qt.AlignHCenter
            text: sure.rewards.after
            color: Paper.coinsTintInk
            font.pixelSize: Paper.number
        }
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
