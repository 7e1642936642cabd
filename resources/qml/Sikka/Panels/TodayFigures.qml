pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// The day in figures: tiles, who had a card, a bar for every hour, who did what.
Flickable {
    id: figures

    required property TodayViewModel today

    function scroll(by: int) {
        contentY = Math.max(0, Math.min(contentHeight - height, contentY + by));
    }

    clip: true
    contentWidth: width
    contentHeight: all.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollMark {}
    Keys.onUpPressed: scroll(-Theme.target)
    Keys.onDownPressed: scroll(Theme.target)

    ColumnLayout {
        id: all

        width: figures.width - 14
        spacing: Theme.space

        TodayTiles {
            Layout.fillWidth: true
            tiles: figures.today.tiles
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: figures.today.share !== ""
            spacing: 4

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Body {
                    Layout.fillWidth: true
                    text: figures.today.shareText
                }

                Heading {
                    text: figures.today.share
                    font.pixelSize: Theme.large
                }
            }

            Bar {
                Layout.fillWidth: true
                value: figures.today.shareValue
                fill: Theme.ink
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: figures.today.chartTitle !== ""
            spacing: Theme.gap

            Body {
                Layout.fillWidth: true
                text: figures.today.chartTitle
            }

            HourBars {
                Layout.fillWidth: true
                hours: figures.today.hours
            }

            Body {
                Layout.fillWidth: true
                text: qsTr("Most: %1").arg(figures.today.peak)
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }

        TodayTiles {
            Layout.fillWidth: true
            visible: count > 0
            tiles: figures.today.more
        }

        Repeater {
            model: figures.today.cashiers

            delegate: ChoiceRow {
                required property string name

                required detail
                required amount

                Layout.fillWidth: true
                title: name
                enabled: false
                Accessible.role: Accessible.StaticText
            }
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: figures.today.waiting
            color: figures.today.sent ? Theme.goodTintInk : Theme.amberTintInk
            weight: Theme.medium
        }

        Body {
            Layout.fillWidth: true
            visible: text !== ""
            text: figures.today.limits
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
}
