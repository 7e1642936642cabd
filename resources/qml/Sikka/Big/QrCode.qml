pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Style

// A QR code with its quiet zone, `size` modules each way, drawn in whole pixels. `modules` has
// rows of column, row and run: dark modules side by side.
Rectangle {
    id: code

    property int size: 0
    property var modules: null
    readonly property int quiet: 4
    readonly property int module: Math.max(1, Math.floor(width / (size + 2 * quiet)))

    height: width
    color: Paper.codePaper

    Item {
        anchors.centerIn: parent
        width: code.size * code.module
        height: width

        Repeater {
            model: code.modules

            Rectangle {
                required property int column
                required property int row
                required property int run

                x: column * code.module
                y: row * code.module
                width: run * code.module
                height: code.module
                color: Paper.codeInk
                Accessible.ignored: true
            }
        }
    }
}
