pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Sikka.Components
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

    Binding {
        target: Theme
        property: "training"
        value: window.station.training.active
    }

    header: TrainingBanner {
        visible: Theme.training

        KeyButton {
            visible: window.station.training.canLeave
            text: qsTr("Leave training")
            key: "Ctrl+Shift+T"
            keyLabel: ""
            enabled: !window.station.training.busy
            focusPolicy: Qt.NoFocus
            onClicked: window.station.training.leave()
        }
    }

    Loader {
        id: screen

        // By file: the counter is not read before the first picture.
        function open(name: string) {
            setSource(Qt.resolvedUrl("Screens/" + name + ".qml"), {
                "station": window.station
            });
        }

        readonly property string shown: window.station.screen

        anchors.fill: parent
        focus: true
        onShownChanged: open(shown === "counter" ? "CounterScreen" : "SignInScreen")
    }
}
