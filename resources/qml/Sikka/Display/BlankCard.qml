pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// A card that is nobody's yet, to photograph: its code beside or above what to do with it.
BigCard {
    id: blank

    required property DisplayViewModel display
    // The 21 modules that are drawn take 40 mm at least; with the quiet zone a code has 29. A panel
    // that lies about its size must not break the layout.
    readonly property int least: 29 * Math.ceil(
        40 * Math.max(3.4, Math.min(Paper.pixelsPerMm, 6)) / 21)
    readonly property bool beside: height < least + 1.3 * Paper.title + 5.6 * Paper.body + 4 * Paper.gap

    GridLayout {
        anchors.fill: parent
        anchors.margins: Paper.gap
        columns: blank.beside ? 2 : 1
        columnSpacing: Paper.gap
        rowSpacing: 0

        Item {
            Layout.fillWidth: !blank.beside
            Layout.fillHeight: true
            Layout.minimumHeight: Math.min(blank.least, blank.height - 2 * Paper.gap)
            Layout.preferredWidth: Math.max(
                blank.least, Math.min(0.55 * blank.width, blank.height - 2 * Paper.gap))

            QrCode {
                anchors.centerIn: parent
                width: Math.min(parent.width, parent.height)
                visible: size > 0
                size: blank.display.cardSize
                modules: blank.display.modules
                Accessible.role: Accessible.Graphic
                Accessible.name: blank.display.cardAlt
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: blank.beside
            Layout.preferredWidth: 1
            Layout.margins: Paper.gap
            spacing: Paper.gap

            Item {
                Layout.fillHeight: true
                visible: blank.beside
            }

            BigHeading {
                Layout.fillWidth: true
                text: blank.display.cardTitle
                color: Paper.onTint("rewards")
                font.pixelSize: Paper.title
                maximumLineCount: 2
                horizontalAlignment: blank.beside ? Text.AlignLeft : Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            BigText {
                Layout.fillWidth: true
                text: blank.display.cardText
                font.pixelSize: Paper.room.height >= 1000 ? Paper.large : Paper.body
                maximumLineCount: 7
                horizontalAlignment: blank.beside ? Text.AlignLeft : Text.AlignHCenter
            }

            Item {
                Layout.fillHeight: true
                visible: blank.beside
            }
        }
    }
}
