pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// Nothing here yet: what would be here, and what to do.
ColumnLayout {
    id: empty

    property string title: ""
    property string text: ""

    spacing: 4

    Heading {
        Layout.fillWidth: true
        text: empty.title
        font.pixelSize: Theme.large
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        visible: text !== ""
    }

    Body {
        Layout.fillWidth: true
        text: empty.text
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
    }
}
