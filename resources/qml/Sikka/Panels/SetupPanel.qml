pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Window
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What works and what does not, what to do, and a test for what needs a hand.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property SetupViewModel setup: counter.setup

    function type() {
        panel.Window.window?.requestActivate();
        if (panel.setup.number !== "")
            number.take();
        else
            list.forceActiveFocus();
    }

    title: qsTr("Setup checks")
    onBack: counter.back()

    Banner {
        Layout.fillWidth: true
        kind: panel.setup.kind
        text: panel.setup.message
    }

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.target
        clip: true
        focus: true
        spacing: 6
        boundsBehavior: Flickable.StopAtBounds
        model: panel.setup.checks
        keyNavigationEnabled: true
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.target)
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + Theme.target))
        ScrollBar.vertical: ScrollMark {}

        delegate: SetupLine {
            width: list.width - 12
        }
    }

    RowLayout {
        id: codes

        readonly property int side: (panel.width > 480 ? 4 : 3) * panel.setup.qrSize

        spacing: Theme.space

        SetupCode {
            Layout.preferredWidth: codes.side
            Layout.preferredHeight: codes.side
            columns: panel.setup.qrSize
            rows: panel.setup.qrSize
            runs: panel.setup.modules
            name: qsTr("A QR code to scan")
        }

        SetupCode {
            Layout.preferredWidth: 2 * panel.setup.barsWidth
            Layout.preferredHeight: codes.side
            columns: panel.setup.barsWidth
            rows: 1
            runs: panel.setup.bars
            name: qsTr("A bar code to scan")
        }
    }

    Field {
        id: number

        Layout.fillWidth: true
        visible: panel.setup.number !== ""
        label: qsTr("The number on the customer's side")
        value: panel.setup.typed
        maximumLength: 4
        onEdited: text => panel.setup.typeNumber(text)
    }

    SetupNumber {
        number: panel.setup.number
        counterScreen: panel.Screen.name
        // Some systems hand the keyboard to whatever window is new.
        onVisibleChanged: Qt.callLater(panel.type)
    }

    actions: [
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            stacked: true
            text: qsTr("Test slip")
            key: "F4"
            enabled: panel.setup.canPrint
            onClicked: panel.setup.printTest()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            stacked: true
            text: qsTr("Number")
            key: "F6"
            onClicked: panel.setup.showNumber()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            stacked: true
            text: qsTr("Save file")
            key: "F7"
            enabled: panel.setup.canSave
            onClicked: panel.setup.saveFile()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            stacked: true
            text: qsTr("Again")
            key: "F12"
            primary: true
            enabled: !panel.setup.looking
            onClicked: panel.setup.again()
        }
    ]

    Component.onCompleted: list.forceActiveFocus()
}
