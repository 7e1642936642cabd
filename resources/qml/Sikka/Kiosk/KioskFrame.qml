pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// What stays while the screens change: who is here, the languages, the way out, the way round.
// For low reach everything one taps moves to the lower half.
Item {
    id: frame

    required property KioskViewModel kiosk
    readonly property var screens: ({
            "attract": attract,
            "home": home,
            "badges": badges,
            "surveys": surveys
        })

    Item {
        id: top

        width: parent.width
        // Out of reach for somebody sitting: the upper third stays for looking at.
        height: Paper.lowReach && !Paper.wide ? parent.height * 0.3 : 0
    }

    ColumnLayout {
        anchors.top: top.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Paper.margin
        anchors.topMargin: Paper.inset
        anchors.bottomMargin: Paper.inset
        spacing: Paper.space

        KioskHeader {
            Layout.fillWidth: true
            visible: frame.kiosk.screen !== "attract"
            kiosk: frame.kiosk
        }

        Tag {
            Layout.fillWidth: true
            visible: text !== ""
            kind: "coins"
            text: frame.kiosk.notice
        }

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            sourceComponent: frame.screens[frame.kiosk.screen] ?? attract
        }

        KioskFooter {
            Layout.fillWidth: true
            visible: frame.kiosk.present
            kiosk: frame.kiosk
        }
    }

    StillThere {
        anchors.fill: parent
        kiosk: frame.kiosk
    }

    Component {
        id: home

        HomeScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: badges

        BadgesScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: attract

        AttractScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: surveys

        SurveysScreen {
            kiosk: frame.kiosk
        }
    }
}
