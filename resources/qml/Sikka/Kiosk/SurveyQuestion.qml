pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// One question with big answers; marks lie side by side, everything else one below the other.
// While somebody writes, the keyboard has the room: only the question stays.
ColumnLayout {
    id: asking

    required property SurveysViewModel surveys
    readonly property bool writing: words.input.activeFocus
    readonly property bool marks: surveys.kind === "nps" || surveys.kind === "stars"

    signal leaving

    spacing: Paper.space

    RowLayout {
        Layout.fillWidth: true
        visible: !asking.writing
        spacing: Paper.space

        BigText {
            Layout.fillWidth: true
            text: asking.surveys.title
            color: Paper.muted
            maximumLineCount: 1
        }

        BigText {
            text: asking.surveys.position
            color: Paper.muted
        }
    }

    Meter {
        Layout.fillWidth: true
        visible: !asking.writing
        value: asking.surveys.progress
        kind: "rewards"
        label: asking.surveys.position
    }

    BigHeading {
        Layout.fillWidth: true
        text: asking.surveys.question
    }

    Tag {
        Layout.fillWidth: true
        visible: text !== ""
        kind: asking.surveys.feedbackGood ? "good" : "coins"
        size: Paper.large
        text: asking.surveys.feedback
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: asking.surveys.kind !== "text"

        Flow {
            width: parent ? parent.width : 0
            spacing: Paper.gap

            Repeater {
                id: answers

                model: asking.surveys.choices

                SurveyChoice {
                    stars: asking.surveys.kind === "stars"
                    width: asking.marks
                        ? Math.max(Paper.target, Math.floor((parent.width + Paper.gap) / answers.count) - Paper.gap)
                        : (parent ? parent.width : 0)
                    onClicked: {
                        asking.surveys.choose(id);
                        if (asking.surveys.kind !== "many" && asking.surveys.feedback === "")
                            asking.surveys.goOn();
                    }
                }
            }
        }
    }

    BigField {
        id: words

        Layout.fillWidth: true
        visible: asking.surveys.kind === "text"
        hint: qsTr("Tap here and write")
        value: asking.surveys.text
        keys: "text"
        maximumLength: 300
        onEdited: text => asking.surveys.typeText(text)
        onAccepted: {
            words.leave();
            asking.surveys.goOn();
        }
    }

    Item {
        Layout.fillHeight: true
        visible: asking.surveys.kind === "text"
    }

    RowLayout {
        Layout.fillWidth: true
        visible: !asking.writing
        spacing: Paper.gap

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: qsTr("Back")
            kind: ""
            visible: asking.surveys.canBack
            onClicked: asking.surveys.back()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: qsTr("Later")
            kind: ""
            onClicked: asking.leaving()
        }

        Item {
            Layout.fillWidth: true
        }

        BigButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: qsTr("Leave this one out")
            kind: ""
            visible: asking.surveys.canSkip
            onClicked: asking.surveys.skip()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.max(implicitWidth, 320 * Paper.unit)
            Layout.maximumWidth: Layout.preferredWidth
            text: asking.surveys.goOnLabel
            kind: "rewards"
            enabled: asking.surveys.canGoOn
            onClicked: asking.surveys.goOn()
        }
    }
}
