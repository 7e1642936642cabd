pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// Figures of the day side by side, as many as there is room for.
GridLayout {
    id: grid

    required property Rows tiles
    readonly property int count: repeater.count

    // As few rows as there is room for, and these filled alike: none with a single tile.
    readonly property int most: width > 700 ? 4 : width > 350 ? 3 : 2
    readonly property int rowCount: Math.max(1, Math.ceil(count / most))

    columns: Math.max(1, Math.ceil(count / rowCount))
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellWidths: true

    Repeater {
        id: repeater

        model: grid.tiles

        delegate: Rectangle {
            id: tile

            required property string title
            required property string value
            required property string detail
            required property string kind

            readonly property color inkColor: kind === "coins" ? Theme.amberTintInk
                : kind === "owed" ? Theme.indigoTintInk : Theme.ink

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: words.implicitHeight + 2 * 10
            radius: Theme.smallRadius
            color: kind === "coins" ? Theme.amberTint : kind === "owed" ? Theme.indigoTint : Theme.page
            Accessible.role: Accessible.StaticText
            Accessible.name: [title, value, detail].filter(part => part !== "").join(", ")

            ColumnLayout {
                id: words

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: 10
                spacing: 0

                Body {
                    Layout.fillWidth: true
                    text: tile.title
                    color: tile.inkColor
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }

                Heading {
                    Layout.fillWidth: true
                    text: tile.value
                    color: tile.inkColor
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                    Accessible.ignored: true
                }

                Body {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: tile.detail
                    color: tile.inkColor
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
}
