pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Since when, what waits, what works meanwhile, and the owner's line.
Panel {
    id: panel

    required property StationViewModel station
    required property CounterViewModel counter
    readonly property ConnectionViewModel connection: station.connection

    title: connection.heading
    onBack: counter.back()

    Flickable {
        id: view

        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: lines.implicitHeight
        ScrollBar.vertical: ScrollMark {}
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.target)
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + Theme.target))

        ColumnLayout {
            id: lines

            width: parent.width
            spacing: 10

            ConnectionBox {
                Layout.fillWidth: true
                good: true
                title: qsTr("Works")
                text: panel.connection.works
            }

            ConnectionBox {
                Layout.fillWidth: true
                title: panel.connection.waitsTitle
                text: panel.connection.waits
            }

            Repeater {
                model: panel.connection.facts

                RowLayout {
                    id: fact

                    required property string title
                    required property string value

                    Layout.fillWidth: true
                    spacing: 12
                    Accessible.role: Accessible.StaticText
                    Accessible.name: title + ": " + value

                    Body {
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: lines.width * 0.32
                        text: fact.title
                        color: Theme.muted
                        Accessible.ignored: true
                    }

                    Body {
                        Layout.fillWidth: true
                        text: fact.value
                        Accessible.ignored: true
                    }
                }
            }
        }
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: panel.connection.conflicts
        key: "F12"
        primary: panel.connection.hasConflicts
        onClicked: panel.counter.openPanel("conflicts")
    }

    Component.onCompleted: view.forceActiveFocus()
}
