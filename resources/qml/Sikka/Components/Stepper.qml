pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// Less, how many, more.
RowLayout {
    id: stepper

    property string value: ""
    property string of: ""
    property bool canLess: true
    property bool canMore: true

    signal less
    signal more

    spacing: 4

    PadKey {
        text: qsTr("Less of %1").arg(stepper.of)
        enabled: stepper.canLess
        opacity: enabled ? 1 : 0.4
        symbol: Qt.resolvedUrl("../../../icons/minus.svg")
        onClicked: stepper.less()
    }

    Body {
        Layout.preferredWidth: 76
        text: stepper.value
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
    }

    PadKey {
        text: qsTr("More of %1").arg(stepper.of)
        enabled: stepper.canMore
        opacity: enabled ? 1 : 0.4
        symbol: Qt.resolvedUrl("../../../icons/plus.svg")
        onClicked: stepper.more()
    }
}
