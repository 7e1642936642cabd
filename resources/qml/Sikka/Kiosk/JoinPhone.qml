pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The first tap: the phone number, and who sent the new member.
GridLayout {
    id: step

    required property JoinViewModel join

    columns: Paper.wide ? 2 : 1
    columnSpacing: Paper.margin
    rowSpacing: Paper.space

    ColumnLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        spacing: Paper.space

        BigHeading {
            Layout.fillWidth: true
            text: qsTr("Join: your phone number")
        }

        BigText {
            Layout.fillWidth: true
            text: step.join.cardNote
                || qsTr("With it you get coins even when you forget the card.")
            color: Paper.muted
        }

        BigField {
            id: phone

            Layout.fillWidth: true
            label: qsTr("Phone number")
            hint: step.join.phoneHint
            value: step.join.phone
            maximumLength: 16
            onEdited: text => step.join.typePhone(text)
            onAccepted: step.join.goOn()
            Component.onCompleted: take()
        }

        BigSwitch {
            Layout.fillWidth: true
            visible: step.join.friends
            text: qsTr("A friend sent me")
            on: step.join.withFriend
            onClicked: step.join.toggleFriend()
        }

        BigField {
            Layout.fillWidth: true
            visible: step.join.withFriend
            label: qsTr("Show the friend's code, or type their phone number")
            value: step.join.friend
            maximumLength: 24
            onVisibleChanged: visible ? take() : phone.take()
            onEdited: text => step.join.typeFriend(text)
            onAccepted: step.join.goOn()
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: step.join.message
            color: Paper.badTintInk
            Accessible.role: Accessible.AlertMessage
        }
    }

    BigPad {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.maximumHeight: Paper.target * 8
        Layout.alignment: Qt.AlignBottom
        enter: qsTr("Next")
    }
}
