pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Kiosk
import Sikka.Style
import Sikka.ViewModels

// Nobody is served: the shop's name, what one gets here, how to join.
ColumnLayout {
    id: screen

    required property DisplayViewModel display

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        text: screen.display.shopName
        font.pixelSize: Paper.number
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: Paper.wide ? 1 : 2
        Accessible.role: Accessible.Heading
    }

    BigText {
        Layout.fillWidth: true
        text: screen.display.lead
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
    }

    GridLayout {
        id: slides

        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: Paper.wide ? 3 : 1
        columnSpacing: Paper.space
        rowSpacing: Paper.space

        Repeater {
            model: screen.display.slides

            SlideCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 300 * Paper.unit
            }
        }

        NumberAnimation {
            id: appearing

            target: slides
            property: "opacity"
            from: 0
            to: 1
            duration: Paper.slow
        }

        Connections {
            target: screen.display

            function onTurnChanged() {
                if (Paper.slow > 0)
                    appearing.restart();
            }
        }
    }

    Tag {
        Layout.fillWidth: true
        Layout.minimumHeight: Paper.target
        kind: "coins"
        text: screen.display.join
        size: Paper.large
    }
}
