pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// One voucher of the list: what it is for, until when, the number when it waits at the counter.
AbstractButton {
    id: voucher

    required property string id
    required property string title
    required property string picture
    required property string line
    required property string ticket
    required property bool soon
    property bool over: false

    enabled: !over
    implicitHeight: Math.max(Paper.target, content.implicitHeight + 2 * Paper.gap)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title, line, ticket !== "" ? qsTr("number %1").arg(ticket) : ""].filter(part => part !== "").join(", ")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: BigCard {
        radius: Paper.smallRadius
        color: voucher.down ? Paper.pressed : voucher.over ? Paper.page : Paper.card
        border.color: voucher.visualFocus ? Paper.rewards : Paper.line
        border.width: voucher.visualFocus ? Paper.focusLine : 1
    }

    contentItem: RowLayout {
        id: content

        spacing: Paper.space

        RewardPicture {
            Layout.leftMargin: Paper.gap
            size: Math.max(Paper.target * 0.8, 84 * Paper.unit)
            picture: voucher.picture
            opacity: voucher.over ? 0.5 : 1
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            BigHeading {
                Layout.fillWidth: true
                text: voucher.title
                color: voucher.over ? Paper.muted : Paper.ink
                font.pixelSize: voucher.over ? Paper.body : Paper.large
                maximumLineCount: 3
                Accessible.ignored: true
            }

            BigText {
                Layout.fillWidth: true
                text: voucher.line
                color: voucher.soon ? Paper.badTintInk : Paper.muted
                font.pixelSize: voucher.soon ? Paper.body : Paper.small
                weight: voucher.soon ? Paper.medium : Paper.regular
                Accessible.ignored: true
            }
        }

        BigHeading {
            Layout.rightMargin: Paper.space
            visible: voucher.ticket !== ""
            text: voucher.ticket
            color: Paper.rewardsTintInk
            font.pixelSize: Paper.number
            Accessible.ignored: true
        }
    }
}
