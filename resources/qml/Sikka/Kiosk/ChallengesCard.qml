pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// At most three ways to go, each with its bar and what is missing in words: challenges, and where
// there are fewer, the streak, which is told beside the heading in any case.
BigCard {
    id: card

    required property HomeViewModel home

    implicitHeight: list.implicitHeight + 2 * Paper.gap

    ColumnLayout {
        id: list

        anchors.fill: parent
        anchors.margins: Paper.space
        anchors.topMargin: Paper.gap
        anchors.bottomMargin: Paper.gap
                spacing: Paper.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Paper.space

            BigHeading {
                Layout.fillWidth: true
                text: qsTr("Challenges")
                font.pixelSize: Paper.large
                wrapMode: Text.NoWrap
            }

            Tag {
                visible: card.home.streakText !== ""
                kind: "visits"
                text: card.home.streakText
            }
        }

        Repeater {
            model: card.home.challenges

            WayLine {
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }

        WayLine {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: card.home.streakShown
            title: card.home.streakTitle
            figures: card.home.streakFigures
            todo: card.home.streakTodo
            until: ""
            value: card.home.streakValue
            kind: "visits"
            picture: "streak"
        }

        BigText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: text !== ""
            text: card.home.noChallenges
            color: Paper.muted
            verticalAlignment: Text.AlignVCenter
        }
    }
}
