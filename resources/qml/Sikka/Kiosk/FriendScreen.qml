pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Bring a friend: the code on one side, what both get and when on the other.
GridLayout {
    id: screen

    required property KioskViewModel kiosk
    readonly property FriendViewModel friend: kiosk.friend

    columns: Paper.wide ? 2 : 1
    columnSpacing: Paper.margin
    rowSpacing: Paper.space

    BigText {
        Layout.fillWidth: true
        Layout.columnSpan: screen.columns
        visible: text !== ""
        text: screen.friend.nothing
        font.pixelSize: Paper.large
    }

    BigCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        visible: screen.friend.codeSize > 0

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            y: (parent.height - height - number.height) / 2
            width: Math.min(parent.width, parent.height - number.height - Paper.space) - Paper.space
            size: screen.friend.codeSize
            modules: screen.friend.code
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code for your friend")
        }

        BigHeading {
            id: number

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Paper.gap
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Paper.gap
            text: screen.friend.number
            color: Paper.peopleTintInk
            font.pixelSize: Paper.large
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Paper.small
            maximumLineCount: 1
            horizontalAlignment: Text.AlignHCenter
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        visible: screen.friend.yours !== ""
        spacing: Paper.gap

        BigHeading {
            Layout.fillWidth: true
            text: qsTr("Bring a friend")
        }

        Scroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Paper.gap

            BigText {
                width: parent ? parent.width : 0
                text: qsTr("Your friend shows this code, or says this number, when joining.")
                font.pixelSize: Paper.large
            }

            FriendGift {
                width: parent ? parent.width : 0
                whose: qsTr("You get")
                gift: screen.friend.yours
            }

            FriendGift {
                width: parent ? parent.width : 0
                whose: qsTr("Your friend gets")
                gift: screen.friend.theirs
            }

            BigText {
                width: parent ? parent.width : 0
                text: screen.friend.terms
            }
        }

        BigText {
            Layout.fillWidth: true
            text: screen.friend.waiting !== "" ? screen.friend.waiting : screen.friend.brought
            color: Paper.peopleTintInk
        }

        BigButton {
            Layout.fillWidth: true
            visible: screen.friend.codeSize > 0
            text: qsTr("Take a photo")
            kind: "people"
            onClicked: screen.friend.photograph()
        }
    }
}
