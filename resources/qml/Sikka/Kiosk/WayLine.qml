pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// The way to one thing: its name, the figures, the bar, and what is missing in words.
RowLayout {
    id: line

    required property string title
    required property string figures
    required property string todo
    required property string until
    required property real value
    required property string kind
    required property string picture

    spacing: Paper.gap

    BadgePicture {
        Layout.preferredWidth: 64 * Paper.unit
        Layout.preferredHeight: Layout.preferredWidth
        Layout.alignment: Qt.AlignVCenter
        width: 64 * Paper.unit
        picture: line.picture
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Paper.gap / 3

        RowLayout {
            Layout.fillWidth: true
            spacing: Paper.gap

            BigText {
                Layout.fillWidth: true
                text: line.title
                weight: Paper.medium
            }

            BigText {
                text: line.figures
                color: Paper.muted
                font.pixelSize: Paper.small
                wrapMode: Text.NoWrap
            }
        }

        Meter {
            Layout.fillWidth: true
            value: line.value
            kind: line.kind
            label: line.title + ", " + line.figures
        }

        BigText {
            Layout.fillWidth: true
            text: line.until ? line.todo + " · " + line.until : line.todo
            color: Paper.onTint(line.kind)
            font.pixelSize: Paper.small
            weight: Paper.medium
        }
    }
}
