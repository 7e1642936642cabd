pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Window
import Sikka.Components
import Sikka.Launcher
import Sikka.Style
import Sikka.ViewModels

// The launcher's window: what of the shop runs on this computer.
ApplicationWindow {
    id: window

    required property LauncherViewModel launcher

    width: 820
    height: 760
    minimumWidth: 680
    minimumHeight: 600
    visible: true
    title: qsTr("Sikka: the demo shop")
    color: Theme.page

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: window.screen ? Screen.pixelDensity : 3.78
    }

    header: Rectangle {
        implicitHeight: Theme.target + 16
        color: Theme.bar

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.inset
            anchors.rightMargin: Theme.space

            Heading {
                Layout.fillWidth: true
                text: window.title
                color: Theme.barInk
            }

            LanguageKeys {
                launcher: window.launcher
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.inset
        spacing: 12

        ListView {
            id: lines

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: 12
            boundsBehavior: Flickable.StopAtBounds
            model: window.launcher.processes
            ScrollBar.vertical: ScrollBar {}

            delegate: ProcessLine {
                required property string name

                width: lines.width
                onOpened: window.launcher.openAgain(name)
            }
        }

        Body {
            Layout.fillWidth: true
            text: qsTr("Sign in with a PIN. %1").arg(window.launcher.people)
            visible: window.launcher.people !== ""
            font.pixelSize: Theme.small
        }

        Body {
            Layout.fillWidth: true
            text: qsTr("Closing this window closes all screens; nothing is lost.")
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
}
