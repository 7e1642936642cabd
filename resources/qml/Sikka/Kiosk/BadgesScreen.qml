pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The whole badge wall: every badge with its level and the way to the next.
Item {
    id: page

    required property KioskViewModel kiosk
    readonly property BadgesViewModel badges: kiosk.badges

    BigText {
        anchors.centerIn: parent
        width: parent.width
        visible: text !== ""
        text: page.badges.empty
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Paper.space

        BigHeading {
            Layout.fillWidth: true
            text: page.badges.heading
        }

        GridView {
            id: grid

            readonly property int columns: Math.max(1, Math.floor(width / (10.3 * Paper.body)))

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cellWidth: Math.floor((width - Paper.space) / columns)
            cellHeight: 210 * Paper.unit + 7 * Paper.small * 1.4 + Paper.meter
            model: page.badges.wall

            ScrollBar.vertical: ScrollBar {
                policy: grid.contentHeight > grid.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
                width: 10 * Paper.unit
            }

            delegate: Item {
                id: badge

                required property string title
                required property string picture
                required property bool won
                required property string level
                required property string todo
                required property real value

                width: grid.cellWidth
                height: grid.cellHeight

                BigCard {
                    anchors.fill: parent
                    anchors.margins: Paper.gap / 2

                    ColumnLayout {
                        anchors.fill: parent
                        anchors.margins: Paper.space
                        spacing: Paper.gap / 2

                        BadgePicture {
                            Layout.alignment: Qt.AlignHCenter
                            Layout.preferredWidth: width
                            Layout.preferredHeight: width
                            width: 150 * Paper.unit
                            picture: badge.picture
                        }

                        BigText {
                            Layout.fillWidth: true
                            text: badge.title
                            weight: Paper.bold
                            horizontalAlignment: Text.AlignHCenter
                            maximumLineCount: 2
                        }

                        BigText {
                            Layout.fillWidth: true
                            text: badge.level
                            color: Paper.muted
                            font.pixelSize: Paper.small
                            horizontalAlignment: Text.AlignHCenter
                            maximumLineCount: 1
                        }

                        Item {
                            Layout.fillHeight: true
                        }

                        Meter {
                            Layout.fillWidth: true
                            value: badge.value
                            kind: badge.value >= 1 ? "good" : "coins"
                            label: badge.title + ", " + badge.todo
                        }

                        BigText {
                            Layout.fillWidth: true
                            text: badge.todo
                            font.pixelSize: Paper.small
                            horizontalAlignment: Text.AlignHCenter
                            maximumLineCount: 2
                        }
                    }
                }
            }
        }
    }
}
