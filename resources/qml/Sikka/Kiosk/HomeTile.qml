pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// A coloured tile: one thing that can be done, and what it brings.
AbstractButton {
    id: tile

    required property string screen
    required property string title
    required property string line
    required property string extra
    required property string kind

    implicitHeight: Math.max(Paper.target * 1.4, content.implicitHeight + 2 * Paper.gap)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: title + ". " + line + (extra ? ". " + extra : "")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Paper.radius
        color: tile.down ? Qt.darker(Paper.strong(tile.kind), 1.12) : Paper.strong(tile.kind)
        border.width: tile.visualFocus ? Paper.focusLine : Paper.highContrast ? 3 : 0
        border.color: tile.visualFocus ? Paper.dark : Paper.line
    }

    contentItem: Item {
        implicitHeight: content.implicitHeight

        RowLayout {
            id: content

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Paper.space
            anchors.rightMargin: Paper.space
            spacing: Paper.gap

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                BigHeading {
                    Layout.fillWidth: true
                    text: tile.title
                    color: Paper.onStrong(tile.kind)
                    font.pixelSize: Math.round((Paper.body + Paper.large) / 2)
                    maximumLineCount: 2
                    Accessible.ignored: true
                }

                BigText {
                    Layout.fillWidth: true
                    text: tile.line
                    color: Paper.onStrong(tile.kind)
                    font.pixelSize: Paper.small
                    maximumLineCount: 2
                    Accessible.ignored: true
                }
            }

            CoinMark {
                visible: tile.extra !== ""
                size: Paper.large
            }

            BigHeading {
                visible: tile.extra !== ""
                text: tile.extra
                color: Paper.onStrong(tile.kind)
                font.pixelSize: Paper.large
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
