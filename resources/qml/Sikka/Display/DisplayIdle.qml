pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Kiosk
import Sikka.Style
import Sikka.ViewModels

// Nobody is served: the shop's name, what one gets here, how to join: with a card to photograph
// beside the slides, or by a line below them.
ColumnLayout {
    id: screen

    required property DisplayViewModel display
    readonly property bool offers: display.offersCard

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
        // A low panel needs the room for what one gets.
        visible: !screen.offers || Paper.room.height >= 700
        text: screen.display.lead
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: Paper.wide ? 2 : 1
        columnSpacing: Paper.space
        rowSpacing: Paper.space

        GridLayout {
            id: slides

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: 1
            columns: Paper.wide && !screen.offers ? 3 : 1
            columnSpacing: Paper.space
            rowSpacing: screen.offers ? Paper.gap : Paper.space

            Repeater {
                model: screen.display.slides

                SlideCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.preferredHeight: 300 * Paper.unit
                    stacked: slides.columns === 1
                    size: screen.offers && Paper.room.height >= 700 ? Paper.title : Paper.large
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

        BlankCard {
            id: blank

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: beside && Paper.wide ? 1.8 : 1
            Layout.preferredHeight: 1
            visible: screen.offers
            display: screen.display
        }
    }

    Tag {
        Layout.fillWidth: true
        Layout.minimumHeight: Paper.target
        visible: !screen.offers
        kind: "coins"
        text: screen.display.join
        size: Paper.large
    }
}
