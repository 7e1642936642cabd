pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Sikka.Style

// A button for a finger: at least 18 mm high. `kind` is a kind of thing (rewards, coins, …),
// dark, good or bad; a quiet button is drawn in that kind's tint, "" as plain paper.
AbstractButton {
    id: button

    property string kind: "dark"
    property bool quiet: false
    property url symbol: ""
    property int size: Paper.large
    readonly property int symbolRoom: symbol.toString() === "" ? 0
        : size + (text === "" ? 0 : Paper.gap)

    readonly property color ground: kind === "" ? Paper.card : quiet ? Paper.tint(kind) : Paper.strong(kind)
    readonly property color inkColor: kind === "" ? Paper.ink : quiet ? Paper.onTint(kind) : Paper.onStrong(kind)

    implicitHeight: Math.max(Paper.target, label.height + Paper.gap)
    // After the words as they are unbroken, not as they stand in a narrow button.
    implicitWidth: Math.max(Paper.target, label.implicitWidth + symbolRoom + 2 * Paper.space)
    leftPadding: Paper.gap
    rightPadding: Paper.gap
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Math.min(height / 2, Paper.radius)
        color: button.down ? Qt.darker(button.ground, 1.12) : button.ground
        border.width: button.visualFocus ? Paper.focusLine : button.kind === "" || Paper.highContrast ? 2 : 0
        border.color: button.visualFocus ? (button.kind === "coins" ? Paper.dark : Paper.coins) : Paper.line
    }

    contentItem: Item {
        implicitHeight: row.implicitHeight

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Paper.gap

            Image {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.symbol.toString() !== ""
                source: button.symbol
                sourceSize: Qt.size(button.size, button.size)
            }

            BigHeading {
                id: label

                readonly property real room: button.width - button.leftPadding - button.rightPadding
                    - button.symbolRoom

                anchors.verticalCenter: parent.verticalCenter
                width: button.width > 0 ? Math.min(implicitWidth, room) : implicitWidth
                // As high as the letters drawn: those made smaller to fit need no second line.
                height: contentHeight
                elide: Text.ElideNone
                text: button.text
                color: button.inkColor
                font.pixelSize: button.size
                weight: Paper.medium
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                maximumLineCount: 2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 24
                Accessible.ignored: true
            }
        }
    }
}
