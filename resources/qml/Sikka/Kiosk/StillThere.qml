pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Before a visit ends by itself: any touch goes on.
Rectangle {
    id: veil

    required property KioskViewModel kiosk

    visible: kiosk.left > 0
    color: Paper.veil

    MouseArea {
        anchors.fill: parent
        onClicked: veil.kiosk.touched()
    }

    BigCard {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Paper.margin, 900 * Paper.unit)
        height: content.implicitHeight + 2 * Paper.margin

        ColumnLayout {
            id: content

            anchors.fill: parent
            anchors.margins: Paper.margin
            spacing: Paper.space

            BigHeading {
                Layout.fillWidth: true
                text: qsTr("Still there?")
                horizontalAlignment: Text.AlignHCenter
            }

            BigText {
                Layout.fillWidth: true
                text: veil.kiosk.stillThere
                color: Paper.muted
                font.pixelSize: Paper.large
                horizontalAlignment: Text.AlignHCenter
            }

            BigButton {
                Layout.fillWidth: true
                text: qsTr("Yes, go on")
                kind: "rewards"
                onClicked: veil.kiosk.touched()
            }

            BigButton {
                Layout.fillWidth: true
                text: qsTr("Finish")
                kind: ""
                onClicked: veil.kiosk.finish()
            }
        }
    }
}
