pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Sikka.Components
import Sikka.Display
import Sikka.Style
import Sikka.ViewModels

// The window the customer looks at. It takes the keyboard only while a PIN is typed in it.
ApplicationWindow {
    id: window

    required property DisplayViewModel display

    width: 1024
    height: 600
    minimumWidth: 600
    minimumHeight: 480
    visible: false
    flags: Qt.Window | Qt.WindowDoesNotAcceptFocus
    title: display.shopName
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

    Binding {
        target: Paper
        property: "largeText"
        value: window.display.largeText
    }

    Binding {
        target: Paper
        property: "highContrast"
        value: window.display.highContrast
    }

    Binding {
        target: Paper
        property: "reducedMotion"
        value: window.display.reducedMotion
    }

    header: TrainingBanner {
        visible: Theme.training
    }

    Loader {
        anchors.fill: parent
        anchors.margins: Paper.margin
        focus: true
        sourceComponent: {
            switch (window.display.screen) {
            case "bill":
                return bill;
            case "thanks":
                return thanks;
            case "pin":
                return pin;
            case "card":
                return card;
            }
            return idle;
        }
    }

    Component {
        id: idle

        DisplayIdle {
            display: window.display
        }
    }

    Component {
        id: bill

        DisplayBill {
            display: window.display
        }
    }

    Component {
        id: thanks

        DisplayThanks {
            thanks: window.display.thanks
        }
    }

    Component {
        id: pin

        DisplayPin {
            pin: window.display.pin
            focus: true
        }
    }

    Component {
        id: card

        DisplayCard {
            display: window.display
        }
    }
}
