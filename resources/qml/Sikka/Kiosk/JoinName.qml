pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// After joining: what the member wants to be called. The keyboard below takes the room, so that
// all there is to tap lies beside the field.
ColumnLayout {
    id: step

    required property JoinViewModel join

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        visible: step.join.message === ""
        text: qsTr("What may we call you?")
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: step.join.message
        color: Paper.badTintInk
        font.pixelSize: Paper.large
        Accessible.role: Accessible.AlertMessage
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.space

        BigField {
            Layout.fillWidth: true
            hint: qsTr("Name")
            value: step.join.name
            keys: "text"
            onEdited: text => step.join.typeName(text)
            onAccepted: step.join.saveName()
            Component.onCompleted: take()
        }

        BigButton {
            text: qsTr("Skip")
            kind: ""
            onClicked: step.join.skipName()
        }

        BigButton {
            text: qsTr("Next")
            kind: "good"
            onClicked: step.join.saveName()
        }
    }

    Item {
        Layout.fillHeight: true
    }
}
