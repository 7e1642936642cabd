pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style
import Sikka.ViewModels

// One giant place to scan at or one giant answer, and beside it what waits.
Item {
    id: screen

    required property RedemptionViewModel redemption
    readonly property HandOverViewModel handOver: redemption.handOver
    readonly property string stage: handOver.approval.wanted ? "approval" : handOver.stage

    Keys.onEscapePressed: handOver.back()

    GridLayout {
        anchors.fill: parent
        anchors.margins: Paper.space
        columns: Paper.wide ? 2 : 1
        columnSpacing: Paper.space
        rowSpacing: Paper.space

        Loader {
            id: place

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 63
            Layout.preferredHeight: 60
            focus: true
            sourceComponent: {
                switch (screen.stage) {
                case "answer":
                    return answer;
                case "choose":
                    return choose;
                case "confirm":
                case "giveback":
                    return confirm;
                case "approval":
                    return agree;
                }
                return ready;
            }
        }

        WaitingPanel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 37
            Layout.preferredHeight: 40
            waiting: screen.redemption.waiting
        }
    }

    Component {
        id: ready

        ScanTarget {
            handOver: screen.handOver
            waiting: screen.redemption.waiting
        }
    }

    Component {
        id: answer

        AnswerCard {
            handOver: screen.handOver
        }
    }

    Component {
        id: choose

        ChooseCard {
            handOver: screen.handOver
        }
    }

    Component {
        id: confirm

        ConfirmCard {
            handOver: screen.handOver
        }
    }

    Component {
        id: agree

        AgreeCard {
            handOver: screen.handOver
        }
    }
}
