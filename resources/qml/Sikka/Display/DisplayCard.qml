pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The card of somebody who has just joined, to photograph.
GridLayout {
    id: screen

    required property DisplayViewModel display

    columns: Paper.wide ? 2 : 1
    columnSpacing: Paper.margin
    rowSpacing: Paper.space

    BigCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: Paper.wide ? 1 : Math.min(screen.width, screen.height * 0.5)
        visible: screen.display.cardSize > 0

        QrCode {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height) - Paper.space
            size: screen.display.cardSize
            modules: screen.display.modules
            Accessible.role: Accessible.Graphic
            Accessible.name: screen.display.cardAlt
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        spacing: Paper.space

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: screen.display.cardName
            font.pixelSize: Paper.large
            maximumLineCount: 1
        }

        BigHeading {
            Layout.fillWidth: true
            text: screen.display.cardTitle
            maximumLineCount: 3
            Accessible.role: Accessible.Heading
        }

        BigText {
            Layout.fillWidth: true
            text: screen.display.cardText
            font.pixelSize: Paper.large
            maximumLineCount: 4
        }

        BigHeading {
            Layout.fillWidth: true
            visible: text !== ""
            text: screen.display.cardNumber
            font.pixelSize: Paper.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Paper.small
            maximumLineCount: 1
            color: Paper.rewardsTintInk
        }

        Item {
            Layout.fillHeight: true
        }

        BigButton {
            Layout.fillWidth: true
            focusPolicy: Qt.NoFocus
            text: screen.display.cardDone
            kind: ""
            onClicked: screen.display.cardSeen()
        }
    }
}
