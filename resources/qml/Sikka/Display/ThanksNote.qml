pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// The owner's note on a special day: lights that go on from the left, what the owner says, what
// came with it.
ColumnLayout {
    id: note

    required property ThanksViewModel thanks
    // 0 to 1: how many of the lights are on.
    property real lit: 1

    spacing: Paper.gap

    Row {
        id: garland

        readonly property list<string> kinds: ["coins", "visits", "play", "rewards", "category", "tier"]

        Layout.fillWidth: true
        Layout.preferredHeight: 30 * Paper.unit
        spacing: (width - 12 * height * 0.7) / 11

        Repeater {
            model: 12

            Rectangle {
                required property int index

                y: garland.height * 0.3 * (1 + Math.sin(index))
                width: garland.height * 0.7
                height: width
                radius: width / 2
                color: Paper.strong(garland.kinds[index % garland.kinds.length])
                opacity: 0.25 + 0.75 * Math.max(0, Math.min(1, note.lit * 3 - index / 6))
            }
        }
    }

    BigHeading {
        Layout.fillWidth: true
        text: note.thanks.noteTitle
        color: Paper.onTint("visits")
        font.pixelSize: Paper.title
        maximumLineCount: 2
    }

    BigText {
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: note.thanks.noteText
        font.pixelSize: Paper.large
        fontSizeMode: Text.Fit
        minimumPixelSize: 24
        verticalAlignment: Text.AlignTop
    }

    Tag {
        visible: text !== ""
        kind: "coins"
        text: note.thanks.noteGift
        size: Paper.large
    }
}
