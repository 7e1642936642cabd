pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style
import Sikka.ViewModels

// A code to scan off the screen: dark runs on white, whole pixels wide, with its quiet zone.
Rectangle {
    id: code

    required property int columns
    required property int rows
    required property Rows runs
    required property string name
    readonly property int across: Math.max(1, Math.floor(width / Math.max(1, columns)))
    readonly property int down: Math.max(1, Math.floor(height / Math.max(1, rows)))

    color: Theme.card
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Repeater {
        model: code.runs

        Rectangle {
            required property int column
            required property int row
            required property int run

            x: column * code.across
            y: row * code.down
            width: run * code.across
            height: code.down
            color: Theme.ink
        }
    }
}
