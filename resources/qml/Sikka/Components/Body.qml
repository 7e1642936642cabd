pragma ComponentBehavior: Bound

import QtQuick.Controls.Basic
import Sikka.Style

// Text to read: Noto Sans.
Label {
    color: Theme.ink
    font.family: Theme.textFamily
    font.pixelSize: Theme.body
    wrapMode: Label.Wrap
}
