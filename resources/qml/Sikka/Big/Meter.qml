pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// How far along: a filled bar, `value` from 0 to 1, in the colour of its kind. Where something is
// on the way, `label` says it to whoever cannot see the bar.
Rectangle {
    id: meter

    property real value: 0
    property string kind: "coins"
    property string label: ""
    // Whether the bar runs after its value; not where the value itself moves.
    property bool follows: true

    implicitHeight: Paper.meter
    radius: height / 2
    color: Paper.track
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label
    Accessible.ignored: label === ""

    Rectangle {
        width: Math.max(meter.value > 0 ? height : 0, meter.width * Math.min(1, meter.value))
        height: parent.height
        radius: parent.radius
        color: Paper.strong(meter.kind)

        Behavior on width {
            enabled: meter.follows

            NumberAnimation {
                duration: Paper.calm
                easing.type: Easing.OutCubic
            }
        }
    }
}
