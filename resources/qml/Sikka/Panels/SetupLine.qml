pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style

// One setup check: what it is of, how it stands, and what to do.
Item {
    id: line

    required property string title
    required property string standing
    required property string word
    required property string sentence

    implicitHeight: content.implicitHeight + 8
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ": " + word + ". " + sentence

    RowLayout {
        id: content

        width: line.width
        spacing: Theme.space

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Body {
                Layout.fillWidth: true
                text: line.title
                weight: Theme.bold
                Accessible.ignored: true
            }

            Body {
                Layout.fillWidth: true
                text: line.sentence
                color: Theme.muted
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }

        Pill {
            Layout.alignment: Qt.AlignTop
            text: line.word
            color: line.standing === "good" ? Theme.goodTint : line.standing === "bad" ? Theme.badTint
                : line.standing === "look" ? Theme.amberTint : line.standing === "untried"
                ? Theme.indigoTint : Theme.track
            ink: line.standing === "good" ? Theme.goodTintInk : line.standing === "bad"
                ? Theme.badTintInk : line.standing === "look" ? Theme.amberTintInk
                : line.standing === "untried" ? Theme.indigoTintInk : Theme.ink
            Accessible.ignored: true
        }
    }
}
