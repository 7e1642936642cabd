pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// It was taken: the ticket to wait with, the voucher to photograph, or that it is there already.
ColumnLayout {
    id: done

    required property RewardsViewModel rewards
    readonly property bool here: rewards.step === "done"
    readonly property bool given: rewards.number === ""

    signal leaving

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        visible: done.given
        text: done.rewards.doneTitle
        font.pixelSize: Paper.number
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        RewardPicture {
            anchors.centerIn: parent
            visible: done.given
            size: Math.min(parent.height, 360 * Paper.unit)
            picture: done.rewards.picture
        }

        TicketPaper {
            anchors.centerIn: parent
            width: Math.min(parent.width, Paper.wide ? 1300 * Paper.unit : parent.width)
            height: parent.height
            visible: !done.given
            shown: done.here && !done.given
            heading: done.rewards.doneTitle
            ticketNumber: done.rewards.ticket
            title: done.rewards.title
            picture: done.rewards.picture
            code: done.rewards.number
            until: done.rewards.until
            codeSize: done.rewards.codeSize
            modules: done.rewards.code
            torn: done.rewards.torn
        }
    }

    BigHeading {
        Layout.fillWidth: true
        text: done.rewards.torn ? done.rewards.tornText : done.rewards.doneText
        color: done.rewards.torn ? Paper.goodTintInk : Paper.ink
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
    }

    BigText {
        Layout.fillWidth: true
        text: done.rewards.waiting !== "" ? done.rewards.waiting : qsTr("You had %1 coins, now you have %2.").arg(done.rewards.before).arg(done.rewards.after)
        color: Paper.muted
        horizontalAlignment: Text.AlignHCenter
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Paper.gap

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: qsTr("More rewards")
            kind: ""
            onClicked: done.rewards.back()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            visible: done.rewards.codeSize > 0
            text: qsTr("Take a photo")
            kind: "rewards"
            onClicked: done.rewards.photograph()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: qsTr("To my coins")
            kind: "good"
            onClicked: done.leaving()
        }
    }
}
