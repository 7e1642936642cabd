pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Sikka.Style

// The way to a goal as a ring that fills clockwise from the top; `value` from 0 to 1.
Item {
    id: ring

    property real value: 0
    property string kind: "coins"
    property real thickness: Math.max(12, width * 0.085)
    default property alias content: inside.data
    // What is drawn runs after what is known, so that the ring fills before one's eyes; not where
    // the value itself moves.
    property bool follows: true
    property real shown: value

    implicitWidth: 300 * Paper.unit
    implicitHeight: implicitWidth

    Behavior on shown {
        enabled: ring.follows

        NumberAnimation {
            duration: Paper.slow
            easing.type: Easing.OutCubic
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer
        Accessible.ignored: true

        ShapePath {
            strokeColor: Paper.track
            strokeWidth: ring.thickness
            fillColor: "transparent"

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: (ring.height - ring.thickness) / 2
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            strokeColor: ring.shown > 0 ? Paper.strong(ring.kind) : "transparent"
            strokeWidth: ring.thickness
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: (ring.height - ring.thickness) / 2
                startAngle: -90
                sweepAngle: 360 * Math.max(0.0001, Math.min(1, ring.shown))
            }
        }
    }

    Item {
        id: inside

        anchors.centerIn: parent
        width: ring.width - 3 * ring.thickness
        height: ring.height - 3 * ring.thickness
    }
}
