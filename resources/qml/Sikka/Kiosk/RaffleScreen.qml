pragma ComponentBehavior: Bound

import QtQuick
import Sikka.ViewModels

// The lucky draw: my tickets and the prizes, buying more, what came of it.
Item {
    id: screen

    required property KioskViewModel kiosk
    readonly property RaffleViewModel raffle: kiosk.raffle

    RaffleShown {
        anchors.fill: parent
        visible: screen.raffle.step === "show"
        raffle: screen.raffle
    }

    RaffleBuy {
        anchors.fill: parent
        visible: screen.raffle.step === "buy"
        raffle: screen.raffle
    }

    ToldCard {
        anchors.fill: parent
        visible: screen.raffle.step === "told"
        title: screen.raffle.doneTitle
        detail: screen.raffle.doneText
        action: qsTr("To the draw")
        onGoneOn: screen.raffle.back()
    }
}
