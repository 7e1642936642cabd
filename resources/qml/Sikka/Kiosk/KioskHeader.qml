pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Who is here, in which language, and the way out.
RowLayout {
    id: header

    required property KioskViewModel kiosk

    spacing: Paper.space

    AbstractButton {
        id: me

        visible: header.kiosk.present
        focusPolicy: Qt.TabFocus
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("My card")
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()
        onClicked: header.kiosk.go("card")

        contentItem: Avatar {
            letter: header.kiosk.initial
            border.width: me.visualFocus ? Paper.focusLine : 0
            border.color: Paper.coins
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        BigHeading {
            Layout.fillWidth: true
            text: header.kiosk.present ? header.kiosk.greeting : header.kiosk.shopName
            // A height of its own: letters made to fit must not change the layout again.
            Layout.preferredHeight: Paper.title * 1.2
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Paper.small
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: header.kiosk.about
            color: Paper.muted
            font.pixelSize: Paper.small
            maximumLineCount: 1
        }
    }

    LanguagePills {
        kiosk: header.kiosk
    }

    CallButton {
        kiosk: header.kiosk
    }

    BigButton {
        text: header.kiosk.present ? qsTr("Finish") : qsTr("Back")
        kind: "bad"
        quiet: true
        size: Paper.body
        symbol: Qt.resolvedUrl("../../../icons/close.svg")
        onClicked: header.kiosk.finish()
    }
}
