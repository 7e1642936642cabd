pragma ComponentBehavior: Bound

import QtQuick
import Sikka.ViewModels

// What the scenes of all moments have in common: whether something moves still, and being asked
// to have its end on screen at once.
Item {
    objectName: "moment"

    required property MomentsViewModel moments
    property bool running: false

    signal settle
}
