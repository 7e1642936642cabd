pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// How many tickets, with the coins before and after.
ColumnLayout {
    id: buy

    required property RaffleViewModel raffle

    spacing: Paper.space

    Item {
        Layout.fillHeight: true
    }

    BigHeading {
        Layout.fillWidth: true
        text: qsTr("How many tickets?")
        horizontalAlignment: Text.AlignHCenter
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Paper.margin

        BigButton {
            Layout.preferredWidth: 1.3 * Paper.target
            text: "−"
            kind: "play"
            quiet: true
            size: Paper.title
            enabled: buy.raffle.canFewer
            Accessible.name: qsTr("One fewer")
            onClicked: buy.raffle.fewer()
        }

        BigHeading {
            Layout.preferredWidth: 2 * Paper.giant
            text: buy.raffle.count
            font.pixelSize: Paper.number
            horizontalAlignment: Text.AlignHCenter
        }

        BigButton {
            Layout.preferredWidth: 1.3 * Paper.target
            text: "+"
            kind: "play"
            quiet: true
            size: Paper.title
            enabled: buy.raffle.canMore
            Accessible.name: qsTr("One more")
            onClicked: buy.raffle.more()
        }
    }

    BeforeAfter {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: 900 * Paper.unit
        before: buy.raffle.before
        cost: buy.raffle.cost
        after: buy.raffle.after
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
            enabled: !buy.raffle.busy
            onClicked: buy.raffle.back()
        }

        BigButton {
            Layout.preferredWidth: 480 * Paper.unit
            text: qsTr("Yes, buy them")
            kind: "good"
            enabled: !buy.raffle.busy
            onClicked: buy.raffle.confirm()
        }
    }
}
