pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Surveys, quizzes and polls: the list, one question at a time, the coins at the end.
Item {
    id: screen

    required property KioskViewModel kiosk
    readonly property SurveysViewModel surveys: kiosk.surveys

    SurveyList {
        anchors.fill: parent
        visible: screen.surveys.step === "list"
        surveys: screen.surveys
    }

    SurveyQuestion {
        anchors.fill: parent
        visible: screen.surveys.step === "question"
        surveys: screen.surveys
        onLeaving: screen.kiosk.home()
    }

    SurveyDone {
        anchors.fill: parent
        visible: screen.surveys.step === "done"
        surveys: screen.surveys
        onLeaving: screen.kiosk.home()
    }
}
