pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// What one of the two gets.
Rectangle {
    id: line

    required property string whose
    required property string gift

    implicitHeight: content.implicitHeight + Paper.gap
    visible: gift !== ""
    radius: Paper.smallRadius
    color: Paper.peopleTint

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Paper.space
        anchors.rightMargin: Paper.space
        spacing: Paper.space

        BigText {
            text: line.whose
            color: Paper.peopleTintInk
        }

        BigHeading {
            Layout.fillWidth: true
            text: line.gift
            color: Paper.peopleTintInk
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignRight
            maximumLineCount: 2
        }
    }
}
