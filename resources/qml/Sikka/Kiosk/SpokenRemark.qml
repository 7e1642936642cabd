pragma ComponentBehavior: Bound

import QtQuick
import Sikka.ViewModels

// What the kiosk says to something shown, or to a call.
Remark {
    required property KioskViewModel kiosk
    readonly property string said: kiosk.answer || kiosk.calling.text

    text: said
    kind: kiosk.answer ? "coins" : "good"
    onDismissed: kiosk.answer ? kiosk.stay() : kiosk.calling.close()
}
