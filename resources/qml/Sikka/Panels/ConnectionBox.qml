pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style

// What works, or what waits: a title and a line for each thing.
Rectangle {
    id: box

    property bool good: false
    property string title: ""
    property string text: ""

    visible: text !== ""
    implicitHeight: words.implicitHeight + 2 * 8
    radius: Theme.smallRadius
    color: good ? Theme.goodTint : Theme.badTint
    Accessible.role: Accessible.StaticText
    Accessible.name: title + ": " + text

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 8
        anchors.leftMargin: 12
        spacing: 2

        Body {
            Layout.fillWidth: true
            text: box.title
            color: box.good ? Theme.goodTintInk : Theme.badTintInk
            weight: Theme.bold
            Accessible.ignored: true
        }

        Body {
            Layout.fillWidth: true
            text: box.text
            color: box.good ? Theme.goodTintInk : Theme.badTintInk
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
