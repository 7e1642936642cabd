pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Sikka.Screens
import Sikka.Style
import Sikka.ViewModels

// The counter's window.
ApplicationWindow {
    id: window

    required property StationViewModel station

    width: 1280
    height: 800
    minimumWidth: 1024
    minimumHeight: 680
    visible: true
    title: station.title || "Sikka"
    color: Theme.page

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: window.screen ? Screen.pixelDensity : 3.78
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: window.station.screen === "counter" ? counter : signIn
    }

    Component {
        id: signIn

        SignInScreen {
            station: window.station
        }
    }

    Component {
        id: counter

        CounterScreen {
            station: window.station
        }
    }
}
