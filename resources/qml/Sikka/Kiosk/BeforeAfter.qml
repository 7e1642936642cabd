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

    BigText {
        Layout.alignment: Qt.AlignHCenter
        text: qsTr("You have")
        color: Paper.muted
    }

    BigText {
        Layout.alignment: Qt.AlignHCenter
        text: qsTr("It costs")
        color: Paper.muted
    }

    BigText {
        Layout.alignment: Qt.AlignHCenter
        text: qsTr("After it")
        color: Paper.muted
    }

    BigHeading {
        Layout.alignment: Qt.AlignHCenter
        text: sum.before
        font.pixelSize: Paper.number
    }

    BigHeading {
        Layout.alignment: Qt.AlignHCenter
        text: "−" + sum.cost
        color: Paper.badTintInk
        font.pixelSize: Paper.number
    }

    BigHeading {
        Layout.alignment: Qt.AlignHCenter
        text: sum.after
        color: Paper.coinsTintInk
        font.pixelSize: Paper.number
    }
}
