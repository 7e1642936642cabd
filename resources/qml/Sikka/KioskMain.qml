pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Sikka.Kiosk
import Sikka.Style
import Sikka.ViewModels

// The kiosk's window: one screen at a time in a frame that knows whose visit it is.
ApplicationWindow {
    id: window

    required property KioskViewModel kiosk

    width: 1920
    height: 1080
    minimumWidth: 800
    minimumHeight: 600
    visible: true
    title: kiosk.shopName || "Sikka"
    color: Paper.page
    // Alt+F4, the window's cross and the system's own keys: staff go out with their PIN.
    onClosing: close => close.accepted = kiosk.leaving

    Connections {
        target: window.kiosk

        function onLeavingChanged() {
            if (window.kiosk.leaving)
                window.close();
        }
    }

    Binding {
        target: Paper
        property: "room"
        value: Qt.size(window.width, window.height)
    }

    Binding {
        target: Paper
        property: "pixelsPerMm"
        value: window.kiosk.access.screenMm > 0 ? Screen.width / window.kiosk.access.screenMm
            : window.screen ? Screen.pixelDensity : 3.78
    }

    Binding {
        target: Paper
        property: "largeText"
        value: window.kiosk.access.largeText
    }

    Binding {
        target: Paper
        property: "highContrast"
        value: window.kiosk.access.highContrast
    }

    Binding {
        target: Paper
        property: "reducedMotion"
        value: window.kiosk.access.reducedMotion
    }

    Binding {
        target: Paper
        property: "lowReach"
        value: window.kiosk.access.lowReach
    }

    KioskFrame {
        anchors.fill: parent
        kiosk: window.kiosk
        focus: true
    }
}
