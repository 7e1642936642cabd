pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The second tap: what the shop keeps and why. Offers are asked for apart, and are off.
ColumnLayout {
    id: step

    required property JoinViewModel join

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        text: qsTr("Do you agree?")
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true

        BigText {
            width: parent.width
            text: step.join.consentText
            font.pixelSize: Paper.large
        }
    }

    BigSwitch {
        Layout.fillWidth: true
        text: step.join.marketingText
        detail: qsTr("Only if you like. You can join without it.")
        on: step.join.marketing
        onClicked: step.join.toggleMarketing()
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: step.join.message
        color: Paper.badTintInk
        Accessible.role: Accessible.AlertMessage
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.space

        BigButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Back")
            kind: ""
            onClicked: step.join.back()
        }

        BigButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            text: qsTr("I agree, join")
            kind: "good"
            onClicked: step.join.agree()
        }
    }
}
