pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big

// One key: it never takes the focus from the field it types into.
BigButton {
    Layout.fillWidth: true
    implicitWidth: 0
    leftPadding: 0
    rightPadding: 0
    kind: ""
    focusPolicy: Qt.NoFocus
}
