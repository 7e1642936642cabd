pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Sikka.Style

// The number to read back, over all that the customer's side shows; beside the counter where there
// is only one screen.
Window {
    id: side

    required property string number
    required property string counterScreen
    readonly property var other: Application.screens.find(one => one.name !== counterScreen)

    screen: other ?? Application.screens[0]
    x: screen ? screen.virtualX + (other ? 0 : screen.width - width) : 0
    y: screen ? screen.virtualY + (other ? 0 : screen.height - height) : 0
    width: other && screen ? screen.width : 420
    height: other && screen ? screen.height : 260
    visible: number !== ""
    flags: Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint | Qt.WindowDoesNotAcceptFocus
    color: Theme.bar

    Text {
        anchors.fill: parent
        text: side.number
        color: Theme.barInk
        font.family: Theme.displayFamily
        font.pixelSize: side.height * 0.5
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.Fit
    }
}
