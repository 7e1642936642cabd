pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// What one has, what it costs, what one has after it.
GridLayout {
    id: sum

    required property string before
    required property string cost
    required property string after

    columns: 3
    columnSpacing: Paper.margin
    rowSpacing: 0

    Repeater {
        model: [qsTr("You have"), qsTr("It costs"), qsTr("After it")]

        BigText {
            required property string modelData

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: modelData
            color: Paper.muted
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Repeater {
        model: [sum.before, "−" + sum.cost, sum.after]

        BigHeading {
            required property string modelData
            required property int index

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: modelData
            color: index === 0 ? Paper.ink : index === 1 ? Paper.badTintInk : Paper.coinsTintInk
            font.pixelSize: Paper.number
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Paper.small
            maximumLineCount: 1
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
