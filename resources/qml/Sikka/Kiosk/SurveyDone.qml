pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Thanks, the coins, and in a poll what everybody said.
ColumnLayout {
    id: done

    required property SurveysViewModel surveys
    // What is shown runs up to what was won.
    property real shown: surveys.step === "done" ? surveys.coins : 0

    signal leaving

    spacing: Paper.space

    Behavior on shown {
        NumberAnimation {
            duration: Paper.slow
            easing.type: Easing.OutCubic
        }
    }

    Item {
        Layout.fillHeight: results.count === 0
    }

    BigHeading {
        Layout.fillWidth: true
        text: done.surveys.doneTitle
        font.pixelSize: Paper.number
        horizontalAlignment: Text.AlignHCenter
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        visible: done.surveys.coins > 0
        spacing: Paper.space

        CoinMark {
            size: Paper.giant * 0.8
        }

        BigHeading {
            text: "+" + Math.round(done.shown)
            color: Paper.coinsTintInk
            font.pixelSize: Paper.giant
        }
    }

    BigText {
        Layout.fillWidth: true
        text: done.surveys.doneText
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
    }

    Repeater {
        id: results

        model: done.surveys.results

        RowLayout {
            id: result

            required property string label
            required property string percent
            required property real value
            required property bool mine

            Layout.fillWidth: true
            spacing: Paper.space

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 4

                BigText {
                    Layout.fillWidth: true
                    text: result.mine ? qsTr("%1 (your answer)").arg(result.label) : result.label
                    weight: result.mine ? Paper.bold : Paper.regular
                }

                Meter {
                    Layout.fillWidth: true
                    value: result.value
                    kind: result.mine ? "rewards" : "category"
                    label: result.label + " " + result.percent
                }
            }

            BigHeading {
                Layout.preferredWidth: 150 * Paper.unit
                text: result.percent
                horizontalAlignment: Text.AlignRight
            }
        }
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Paper.gap

        BigButton {
            text: qsTr("One more")
            kind: ""
            visible: done.surveys.more
            onClicked: done.surveys.another()
        }

        BigButton {
            Layout.preferredWidth: 420 * Paper.unit
            text: qsTr("To my coins")
            kind: "rewards"
            onClicked: done.leaving()
        }
    }
}
