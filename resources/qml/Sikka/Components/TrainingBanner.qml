pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// Over every screen of a practice shop, in all languages at once, for customers as for cashiers.
Item {
    id: banner

    default property alias buttons: row.data
    readonly property list<string> sentences: ["TRAINING: nothing here counts",
        "अभ्यास: यहाँ कुछ भी सच में दर्ज नहीं होता", "PAGSASANAY: walang totoo sa mga ito"]
    readonly property real step: 36

    implicitHeight: row.implicitHeight + 8
    Accessible.role: Accessible.StaticText
    Accessible.name: sentences.join(". ")

    Rectangle {
        anchors.fill: parent
        color: Theme.amber
        clip: true

        Repeater {
            model: Math.ceil((banner.width + banner.height) / banner.step) + 1

            Rectangle {
                required property int index

                x: index * banner.step - banner.height
                y: -banner.height
                width: banner.step / 2
                height: banner.height * 3
                rotation: 35
                color: Theme.amberInk
            }
        }
    }

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: banner.step
        width: banner.width - 2 * banner.step
        spacing: 12

        Body {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            // Where they need two lines, no sentence is broken.
            text: banner.sentences.map(one => one.replace(/ /g, "\u00a0")).join("   ·   ")
            color: Theme.amberInk
            weight: Theme.bold
            padding: 2
            leftPadding: 16
            rightPadding: 16
            Accessible.ignored: true

            background: Rectangle {
                color: Theme.amber
            }
        }

        Item {
            Layout.fillWidth: true
        }
    }
}
