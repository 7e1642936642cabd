pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// One line of the leaderboard.
Rectangle {
    id: place

    required property string position
    required property string name
    required property string amount
    required property bool me

    implicitHeight: Math.max(Paper.target * 0.8, content.implicitHeight + Paper.gap)
    radius: Paper.smallRadius
    color: me ? Paper.peopleTint : Paper.card
    border.color: me ? Paper.people : Paper.line
    border.width: me || Paper.highContrast ? 3 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: [position, name, amount].join(", ")

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: Paper.space
        anchors.rightMargin: Paper.space
        spacing: Paper.space

        BigHeading {
            Layout.minimumWidth: 2 * Paper.large
            text: place.position
            color: place.me ? Paper.peopleTintInk : Paper.muted
            font.pixelSize: Paper.large
            Accessible.ignored: true
        }

        BigText {
            Layout.fillWidth: true
            text: place.name
            color: place.me ? Paper.peopleTintInk : Paper.ink
            weight: place.me ? Paper.bold : Paper.regular
            maximumLineCount: 2
            Accessible.ignored: true
        }

        BigHeading {
            text: place.amount
            color: place.me ? Paper.peopleTintInk : Paper.ink
            font.pixelSize: Paper.body
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
