pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// After joining: what the member wants to be called.
ColumnLayout {
    id: step

    required property JoinViewModel join

    spacing: Paper.space

    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.space

        BigHeading {
            Layout.fillWidth: true
            text: qsTr("What may we call you?")
        }

        BigButton {
            text: qsTr("Skip")
            kind: ""
            onClicked: step.join.skipName()
        }
    }

    // The keyboard below takes the room: what is tapped lies beside the field.
    RowLayout {
        Layout.fillWidth: true
        spacing: Paper.space

        BigField {
            Layout.fillWidth: true
            label: qsTr("Name")
            value: step.join.name
            keys: "text"
            onEdited: text => step.join.typeName(text)
            onAccepted: step.join.saveName()
            Component.onCompleted: take()
        }

        BigButton {
            Layout.alignment: Qt.AlignBottom
            text: qsTr("Next")
            kind: "good"
            onClicked: step.join.saveName()
        }
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: step.join.message
        color: Paper.badTintInk
        Accessible.role: Accessible.AlertMessage
    }

    Item {
        Layout.fillHeight: true
    }
}
