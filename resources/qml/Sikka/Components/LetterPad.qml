pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// Letters for names and codes, typed into whatever field of the window has the focus. They stand
// in the order of the alphabet: who seldom types finds them sooner.
ColumnLayout {
    id: pad

    // A field keeps the focus when its page goes.
    readonly property TextInput focused: Window.activeFocusItem as TextInput
    readonly property TextInput typing: focused?.visible ? focused : null

    signal digitsWanted

    spacing: grid.rowSpacing

    Typist {
        id: typist

        into: pad.typing
    }

    GridLayout {
        id: grid

        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: Math.max(4, Math.min(7, Math.floor((pad.width + columnSpacing)
                                                    / (Theme.target + columnSpacing))))
        rowSpacing: 4
        columnSpacing: 4
        uniformCellWidths: true

        Repeater {
            model: "ABCDEFGHIJKLMNOPQRSTUVWXYZ-".split("")

            PadKey {
                required property string modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData
                wide: true
                onClicked: typist.letter(modelData)
            }
        }

        PadKey {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: "␣"
            wide: true
            Accessible.name: qsTr("Space")
            onClicked: typist.type(" ")
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        uniformCellSizes: true
        spacing: grid.columnSpacing

        PadKey {
            Layout.fillWidth: true
            text: "123"
            wide: true
            Accessible.name: qsTr("Digits")
            onClicked: pad.digitsWanted()
        }

        PadKey {
            Layout.fillWidth: true
            text: qsTr("Delete the last letter")
            symbol: Qt.resolvedUrl("../../../icons/backspace.svg")
            onClicked: typist.erase()
        }

        PadKey {
            Layout.fillWidth: true
            text: qsTr("Enter")
            wide: true
            onClicked: typist.accept()
        }
    }
}
