pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Sikka.Redemption
import Sikka.Style
import Sikka.ViewModels

// The window of the staff redemption screen.
ApplicationWindow {
    id: window

    required property RedemptionViewModel redemption

    width: 1280
    height: 800
    minimumWidth: 800
    minimumHeight: 600
    visible: true
    title: redemption.title || "Sikka"
    color: Paper.page

    Binding {
        target: Paper
        property: "room"
        value: Qt.size(window.width, window.height)
    }

    Binding {
        target: Paper
        property: "pixelsPerMm"
        value: window.screen ? Screen.pixelDensity : 3.78
    }

    DeskBar {
        id: bar

        width: parent.width
        redemption: window.redemption
    }

    Loader {
        anchors.fill: parent
        anchors.topMargin: bar.height
        focus: true
        sourceComponent: window.redemption.screen === "desk" ? desk : signIn
    }

    Component {
        id: signIn

        DeskSignIn {
            signIn: window.redemption.signIn
        }
    }

    Component {
        id: desk

        DeskScreen {
            redemption: window.redemption
        }
    }
}
