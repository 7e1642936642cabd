pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Another member's card was shown during a visit: nothing of either is said.
Rectangle {
    id: veil

    required property KioskViewModel kiosk

    visible: kiosk.switching
    color: Paper.veil

    MouseArea {
        anchors.fill: parent
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
                text: qsTr("This is another card")
                horizontalAlignment: Text.AlignHCenter
            }

            BigText {
                Layout.fillWidth: true
                text: qsTr("Finish here and open the other card?")
                color: Paper.muted
                font.pixelSize: Paper.large
                horizontalAlignment: Text.AlignHCenter
            }

            BigButton {
                Layout.fillWidth: true
                text: qsTr("Open the other card")
                onClicked: veil.kiosk.switchMember()
            }

            BigButton {
                Layout.fillWidth: true
                text: qsTr("No, go on here")
                kind: "rewards"
                onClicked: veil.kiosk.stay()
            }
        }
    }
}
