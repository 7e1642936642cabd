pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// One thing that happened: what, when, the coins it moved; opened, the reasons.
AbstractButton {
    id: entry

    required property string event
    required property string title
    required property string day
    required property string coins
    required property bool gained
    required property string credit
    required property string why
    required property bool opened

    enabled: why !== ""
    implicitHeight: Math.max(Paper.target, content.implicitHeight + 2 * Paper.gap)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title, day, coins, credit].filter(part => part !== "").join(", ")
    Accessible.description: opened ? why : ""
    Keys.onReturnPressed: click()

    background: BigCard {
        radius: Paper.smallRadius
        color: entry.down ? Paper.pressed : Paper.card
        border.color: entry.visualFocus ? Paper.rewards : Paper.line
        border.width: entry.visualFocus ? Paper.focusLine : 1
    }

    contentItem: RowLayout {
        id: content

        spacing: Paper.space

        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Paper.space
            spacing: 0

            BigText {
                Layout.fillWidth: true
                text: entry.title
                weight: Paper.medium
            }

            BigText {
                Layout.fillWidth: true
                text: entry.opened || entry.why === "" ? entry.day : qsTr("%1 · tap to see why").arg(entry.day)
                color: Paper.muted
                font.pixelSize: Paper.small
            }

            BigText {
                Layout.fillWidth: true
                Layout.topMargin: Paper.gap
                visible: entry.opened
                text: entry.why
                font.pixelSize: Paper.small
            }
        }

        BigHeading {
            visible: text !== ""
            text: entry.credit
            color: Paper.rewardsTintInk
            font.pixelSize: Paper.large
        }

        CoinMark {
            visible: entry.coins !== ""
            size: Paper.large
        }

        BigHeading {
            Layout.rightMargin: Paper.space
            Layout.minimumWidth: 110 * Paper.unit
            visible: text !== ""
            text: entry.coins
            color: entry.gained ? Paper.goodTintInk : Paper.badTintInk
            horizontalAlignment: Text.AlignRight
        }
    }
}
