pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Two members who are one person: found, seen beside each other, joined; and parted again.
ColumnLayout {
    id: page

    required property JoiningViewModel joining
    readonly property bool seen: joining.canJoin

    spacing: 12
    onSeenChanged: if (!seen) query.take()

    Field {
        id: query

        Layout.fillWidth: true
        visible: !page.seen
        label: qsTr("Same person twice? Scan the other card, or type phone or name")
        value: page.joining.query
        maximumLength: 60
        onEdited: text => page.joining.typeQuery(text)
        onAccepted: page.joining.choose(page.joining.chosen)
        Keys.onUpPressed: page.joining.move(-1)
        Keys.onDownPressed: page.joining.move(1)
    }

    Choices {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !page.seen
        model: page.joining.hits
        chosen: page.joining.chosen

        delegate: ChoiceRow {
            required property int index
            required property string name
            required property string phone

            required initial

            title: name
            detail: phone
            selected: index === page.joining.chosen
            onClicked: page.joining.choose(index)
        }
    }

    GridLayout {
        id: table

        Layout.fillWidth: true
        visible: page.seen
        columns: 4
        columnSpacing: 12
        rowSpacing: 4

        Repeater {
            model: page.seen ? ["", page.joining.here, page.joining.other, qsTr("Together")] : []

            delegate: Body {
                required property int index
                required property string modelData

                Layout.fillWidth: true
                Layout.preferredWidth: index ? 1 : 1.3
                text: modelData
                color: Theme.muted
                font.pixelSize: Theme.small
                horizontalAlignment: index ? Text.AlignRight : Text.AlignLeft
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
    }

    Repeater {
        model: page.joining.sums

        delegate: RowLayout {
            id: sum

            required property string what
            required property string here
            required property string other
            required property string together

            Layout.fillWidth: true
            spacing: 12
            Accessible.role: Accessible.StaticText
            Accessible.name: what + ": " + here + ", " + other + ", " + together

            Repeater {
                model: [sum.what, sum.here, sum.other, sum.together]

                delegate: Body {
                    required property int index
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: index ? 1 : 1.3
                    text: modelData
                    font.pixelSize: page.width < 480 ? Theme.small : Theme.body
                    weight: index === 3 ? Theme.bold : Theme.regular
                    horizontalAlignment: index ? Text.AlignRight : Text.AlignLeft
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
        }
    }

    Body {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.joining.stays
        color: Theme.muted
        font.pixelSize: Theme.small
    }

    Item {
        Layout.fillHeight: page.seen
        visible: page.seen
    }

    RowLayout {
        Layout.fillWidth: true
        visible: page.joining.undo !== ""
        spacing: 12

        Body {
            Layout.fillWidth: true
            text: page.joining.undo
            font.pixelSize: Theme.small
        }

        KeyButton {
            text: qsTr("Part again")
            key: "F7"
            onClicked: page.joining.partAgain()
        }
    }

    KeyButton {
        Layout.fillWidth: true
        text: qsTr("Join the two")
        key: "F12"
        primary: true
        enabled: page.seen
        onClicked: page.joining.joinMembers()
    }

    Component.onCompleted: query.take()
}
