pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What comes off the bill, each in a line.
ListView {
    id: offs

    required property BillViewModel bill

    implicitHeight: Math.min(contentHeight, 3 * 28)
    clip: true
    interactive: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    model: bill.offs

    delegate: RowLayout {
        id: off

        required property string title
        required property string amount

        width: ListView.view ? ListView.view.width : 0
        height: 28
        spacing: 12

        Body {
            Layout.fillWidth: true
            text: off.title
            color: Theme.muted
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        Body {
            text: off.amount
            wrapMode: Text.NoWrap
        }
    }
}
