pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What waits for a supervisor: the list, why, and what each decision does.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property ReviewViewModel review: counter.review

    title: qsTr("To review")
    onBack: counter.back()

    Banner {
        Layout.fillWidth: true
        kind: panel.review.kind
        text: panel.review.message
    }

    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.review.nothing
    }

    Choices {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.target
        model: panel.review.entries
        chosen: panel.review.chosen
        focus: true
        Keys.onUpPressed: panel.review.move(-1)
        Keys.onDownPressed: panel.review.move(1)

        delegate: ChoiceRow {
            required property int index

            required title
            required detail

            selected: index === panel.review.chosen
            onClicked: panel.review.choose(index)
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: panel.review.why !== ""
        spacing: 6

        Body {
            Layout.fillWidth: true
            text: panel.review.why
            weight: Theme.medium
        }

        Repeater {
            model: [
                {
                    head: qsTr("Approve (F12)"),
                    text: panel.review.approving,
                    ink: Theme.goodTintInk
                },
                {
                    head: qsTr("Reject (F7)"),
                    text: panel.review.rejecting,
                    ink: Theme.badTintInk
                }
            ]

            delegate: ColumnLayout {
                id: choice

                required property var modelData

                Layout.fillWidth: true
                spacing: 0

                Body {
                    Layout.fillWidth: true
                    text: choice.modelData.head
                    color: choice.modelData.ink
                    weight: Theme.bold
                    font.pixelSize: Theme.small
                }

                Body {
                    Layout.fillWidth: true
                    text: choice.modelData.text
                    font.pixelSize: Theme.small
                }
            }
        }
    }

    actions: [
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Reject")
            key: "F7"
            danger: true
            enabled: panel.review.canDecide
            onClicked: panel.review.reject()
        },
        KeyButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Approve")
            key: "F12"
            primary: true
            enabled: panel.review.canDecide
            onClicked: panel.review.approve()
        }
    ]

    Component.onCompleted: list.forceActiveFocus()
}
