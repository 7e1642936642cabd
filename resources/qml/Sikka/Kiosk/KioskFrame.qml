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
            "signin": signIn,
            "join": join,
            "card": card,
            "access": access,
            "exit": leaving,
            "home": home,
            "rewards": rewards,
            "friend": friend,
            "board": board,
            "raffle": raffle,
            "vouchers": vouchers,
            "badges": badges,
            "moments": moments,
            "help": help,
            "history": history,
            "surveys": surveys
        })

    // The corner staff hold for three seconds; what lies over it keeps its own taps.
    MouseArea {
        width: 2 * Paper.margin
        height: width
        Accessible.ignored: true
        onPressed: frame.kiosk.exit.hold()
        onReleased: frame.kiosk.exit.release()
    }

    // The field that asks for letters, if one has the focus.
    readonly property KeyedField typing: {
        const field = Window.activeFocusItem as KeyedField;
        return field && field.keys === "text" ? field : null;
    }
    // Where a low panel has no room for all, what is to be known and what is written come first.
    readonly property bool crowded: typing !== null && kiosk.notice !== ""
        && height < 12 * Paper.target

    Item {
        id: above

        width: parent.width
        // Out of reach for somebody sitting: the upper third stays for looking at.
        height: Paper.lowReach && !Paper.wide ? parent.height * 0.3 : 0
    }

    ColumnLayout {
        // What lies under a question can neither be tapped nor reached with keys.
        enabled: !over.active && !frame.kiosk.switching && frame.kiosk.left === 0
        anchors.top: above.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Paper.margin
        anchors.topMargin: Paper.inset
        anchors.bottomMargin: Paper.inset
        spacing: Paper.space

        KioskHeader {
            Layout.fillWidth: true
            visible: frame.kiosk.screen !== "attract" && !frame.crowded
            kiosk: frame.kiosk
        }

        Tag {
            Layout.fillWidth: true
            visible: text !== ""
            kind: "coins"
            text: frame.kiosk.notice
        }

        SpokenRemark {
            Layout.fillWidth: true
            visible: said !== "" && !frame.kiosk.present
            kiosk: frame.kiosk
        }

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            sourceComponent: frame.screens[frame.kiosk.screen] ?? attract
        }

        KioskKeyboard {
            Layout.fillWidth: true
            visible: frame.typing !== null
            keyboard: frame.kiosk.keyboard
            typing: frame.typing
        }

        KioskFooter {
            Layout.fillWidth: true
            Layout.fillHeight: false
            visible: frame.kiosk.present && !frame.typing
            kiosk: frame.kiosk
        }
    }

    Loader {
        id: over

        anchors.fill: parent
        active: frame.kiosk.pin.step !== ""
        focus: active
        sourceComponent: PinOverlay {
            pin: frame.kiosk.pin
        }
    }

    // A member's screens are full: there it lies over them, and goes away at a touch.
    SpokenRemark {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Paper.target + 2 * Paper.inset
        width: Math.min(parent.width - 2 * Paper.margin, 1300 * Paper.unit)
        visible: said !== "" && frame.kiosk.present
        kiosk: frame.kiosk
    }

    SwitchMember {
        anchors.fill: parent
        kiosk: frame.kiosk
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
        id: rewards

        RewardsScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: friend

        FriendScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: board

        BoardScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: raffle

        RaffleScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: vouchers

        VouchersScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: moments

        MomentsScreen {
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
        id: signIn

        KioskSignInScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: join

        JoinScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: card

        CardScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: access

        AccessScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: leaving

        ExitScreen {
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
        id: help

        HelpScreen {
            kiosk: frame.kiosk
        }
    }

    Component {
        id: history

        HistoryScreen {
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
