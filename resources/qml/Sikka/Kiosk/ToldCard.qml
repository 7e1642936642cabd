pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// What came of it, where nothing else is to be shown: a heading, what to do, the way on.
ColumnLayout {
    id: told

    required property string title
    required property string detail
    property string action: qsTr("Back")

    signal goneOn

    spacing: Paper.space

    Item {
        Layout.fillHeight: true
    }

    BigHeading {
        Layout.fillWidth: true
        text: told.title
        font.pixelSize: Paper.number
        horizontalAlignment: Text.AlignHCenter
    }

    BigText {
        Layout.fillWidth: true
        text: told.detail
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillHeight: true
    }

    BigButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: 420 * Paper.unit
        text: told.action
        kind: "rewards"
        onClicked: told.goneOn()
    }
}
