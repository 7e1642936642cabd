pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The first badges of the wall; a tap opens all of it. As many are drawn as are counted.
AbstractButton {
    id: card

    required property HomeViewModel home
    property int most: 5

    implicitHeight: list.implicitHeight + 2 * Paper.space
    focusPolicy: Qt.TabFocus
    visible: home.badges !== ""
    Accessible.role: Accessible.Button
    Accessible.name: home.badges

    background: BigCard {
        color: card.down ? Paper.pressed : Paper.card
        border.width: card.visualFocus ? Paper.focusLine : Paper.highContrast ? 3 : 1
        border.color: card.visualFocus ? Paper.coins : Paper.line
    }

    contentItem: Item {
        ColumnLayout {
            id: list

            anchors.fill: parent
            anchors.margins: Paper.space
            spacing: Paper.gap / 2

            BigHeading {
                Layout.fillWidth: true
                text: card.home.badges
                font.pixelSize: Paper.large
            }

            GridLayout {
                Layout.fillWidth: true
                columns: Math.min(card.most, wall.count + (card.home.badgesMore ? 1 : 0))
                columnSpacing: Paper.gap
                rowSpacing: Paper.gap

                Repeater {
                    id: wall

                    model: card.home.wall

                    ColumnLayout {
                        id: badge

                        required property string title
                        required property string picture
                        required property bool won

                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        spacing: 0

                        BadgePicture {
                            Layout.alignment: Qt.AlignHCenter
                            Layout.preferredWidth: width
                            Layout.preferredHeight: width
                            width: 76 * Paper.unit
                            picture: badge.picture
                        }

                        BigText {
                            Layout.fillWidth: true
                            text: badge.title
                            color: badge.won ? Paper.ink : Paper.muted
                            font.pixelSize: Paper.small
                            horizontalAlignment: Text.AlignHCenter
                            maximumLineCount: 2
                        }
                    }
                }

                BigHeading {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: text !== ""
                    text: card.home.badgesMore
                    color: Paper.muted
                    horizontalAlignment: Text.AlignHCenter
                }
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
