pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// How far the member is: the goal, what to look at, challenges, badges, and what can be done.
Item {
    id: page

    required property KioskViewModel kiosk
    readonly property HomeViewModel home: kiosk.homeScreen
    // Three columns on a large screen, two on a small one, one on a tall one.
    readonly property bool large: Paper.wide && Paper.room.width >= 1500 && !Paper.largeText
    readonly property int columns: large ? 3 : Paper.wide ? 2 : 1

    Scroll {
        anchors.fill: parent
        visible: page.home.ready

        GridLayout {
            width: parent.width
            height: Math.max(implicitHeight, page.height)
            columns: page.columns
            columnSpacing: Paper.space
            rowSpacing: Paper.gap

            HomeTips {
                Layout.row: 0
                Layout.column: 0
                Layout.columnSpan: page.columns
                Layout.fillWidth: true
                visible: !page.large && count > 0
                kiosk: page.kiosk
                model: page.large ? null : page.home.tips
            }

            GoalCard {
                Layout.row: 1
                Layout.column: 0
                Layout.rowSpan: page.columns === 1 ? 1 : 2
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: page.large ? 25 : 36
                kiosk: page.kiosk
                home: page.home
                lying: page.columns === 1
            }

            ChallengesCard {
                Layout.row: page.columns === 1 ? 2 : 1
                Layout.column: page.columns === 1 ? 0 : 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: page.large ? 47 : 64
                home: page.home
            }

            BadgesCard {
                Layout.row: page.columns === 1 ? 3 : 2
                Layout.column: page.columns === 1 ? 0 : 1
                Layout.fillWidth: true
                Layout.preferredWidth: page.large ? 47 : 64
                home: page.home
                onClicked: page.kiosk.go("badges")
            }

            ColumnLayout {
                Layout.row: page.columns === 1 ? 4 : page.large ? 1 : 3
                Layout.column: page.large ? 2 : 0
                Layout.rowSpan: page.large ? 2 : 1
                Layout.columnSpan: page.columns === 2 ? 2 : 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: page.large ? 28 : 100
                spacing: Paper.gap

                HomeTips {
                    Layout.fillWidth: true
                    visible: page.large && count > 0
                    standing: true
                    kiosk: page.kiosk
                    model: page.large ? page.home.tips : null
                }

                GridLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    columns: page.large ? 1 : page.width > 1150 ? 3 : 2
                    columnSpacing: Paper.gap
                    rowSpacing: Paper.gap

                    Repeater {
                        model: page.home.tiles

                        HomeTile {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: 1
                            onClicked: page.kiosk.go(screen)
                        }
                    }
                }
            }
        }
    }
}
