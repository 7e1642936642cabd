pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What keeps slips from being printed and what to do; also, for a moment, what became of a wish.
Rectangle {
    id: strip

    required property PrintingViewModel printing
    readonly property bool bad: printing.kind === "bad"

    visible: printing.sentence !== ""
    implicitHeight: visible ? row.implicitHeight + 12 : 0
    color: bad ? Theme.waitingTint : Theme.indigoTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: printing.sentence

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.inset
        anchors.rightMargin: Theme.space

        Body {
            Layout.fillWidth: true
            text: strip.printing.sentence
            color: strip.bad ? Theme.waitingTintInk : Theme.indigoTintInk
            weight: Theme.medium
            Accessible.ignored: true
        }
    }
}
