pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// Who is ahead, by alias; one's own line is marked, and stands below where it is not among them.
ColumnLayout {
    id: screen

    required property KioskViewModel kiosk
    readonly property BoardViewModel board: kiosk.board

    spacing: Paper.gap

    BigHeading {
        Layout.fillWidth: true
        visible: text !== ""
        text: screen.board.title
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: screen.board.until
        color: Paper.muted
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: screen.board.nothing
        font.pixelSize: Paper.large
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Paper.gap / 2

        Repeater {
            model: screen.board.lines

            BoardPlace {
                width: parent ? parent.width : 0
            }
        }
    }

    BoardPlace {
        Layout.fillWidth: true
        visible: position !== ""
        position: screen.board.ownPosition
        name: screen.board.ownName
        amount: screen.board.ownAmount
        me: true
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: screen.board.alias
        color: Paper.peopleTintInk
    }
}
