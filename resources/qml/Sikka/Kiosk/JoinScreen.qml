pragma ComponentBehavior: Bound

import QtQuick
import Sikka.ViewModels

// Joining: phone, consent, done; then the name and a PIN, if one likes.
Item {
    id: screen

    required property KioskViewModel kiosk
    readonly property JoinViewModel join: kiosk.join

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: screen.join.step === "phone" ? phone
            : screen.join.step === "consent" ? consent
            : screen.join.step === "known" ? known
            : screen.join.step === "name" ? name : pin
    }

    Component {
        id: phone

        JoinPhone {
            join: screen.join
        }
    }

    Component {
        id: consent

        JoinConsent {
            join: screen.join
        }
    }

    Component {
        id: known

        JoinKnown {
            kiosk: screen.kiosk
        }
    }

    Component {
        id: name

        JoinName {
            join: screen.join
        }
    }

    Component {
        id: pin

        JoinPin {
            kiosk: screen.kiosk
        }
    }
}
