pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

// A line to type in that says which keys it wants on the screen: "text", or "" where a pad stands
// beside it.
TextField {
    property string keys: ""

    // A long press must not open a menu over a kiosk.
    ContextMenu.menu: null
}
