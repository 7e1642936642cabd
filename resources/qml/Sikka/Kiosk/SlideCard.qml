pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// One thing one gets here, in the colour of its kind.
Rectangle {
    id: slide

    required property string kind
    required property string lead
    required property string title
    required property string number
    // One above the other they are low and have room beside the words.
    property bool stacked: !Paper.wide
    property int size: Paper.large

    radius: Paper.radius
    color: Paper.tint(kind)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Paper.space
        anchors.topMargin: Math.min(Paper.space, slide.height * 0.1)
        anchors.bottomMargin: anchors.topMargin
        spacing: Paper.gap / 2

        BigText {
            Layout.fillWidth: true
            // Where there is little room the title says enough.
            visible: slide.height >= Paper.large * (slide.stacked ? 5.2 : 6.8)
            text: slide.lead
            color: Paper.onTint(slide.kind)
            font.pixelSize: Paper.small
            maximumLineCount: 1
        }

        BigHeading {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: 0
            text: slide.title
            fontSizeMode: Text.Fit
            minimumPixelSize: Paper.small
            color: Paper.onTint(slide.kind)
            font.pixelSize: slide.size
            maximumLineCount: 3
            verticalAlignment: Text.AlignVCenter
        }

        BigHeading {
            Layout.fillWidth: true
            visible: text !== "" && slide.height >= Paper.large * (slide.stacked ? 3.4 : 4.8)
            text: slide.number
            color: Paper.onTint(slide.kind)
            font.pixelSize: Paper.body
            maximumLineCount: 1
        }
    }
}
