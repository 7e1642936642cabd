pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Style

// A sentence about what happened and what to do; `kind` is good, bad or info.
Rectangle {
    id: banner

    property string kind: "info"
    property string text: ""
    property string detail: ""
    default property alias actions: buttons.data
    // Where buttons leave too little room beside them, they stand below what is said.
    readonly property bool stacked: buttons.implicitWidth > 0.45 * width

    readonly property color ink: kind === "good" ? Theme.goodTintInk
        : kind === "bad" ? Theme.badTintInk : Theme.indigoTintInk

    visible: text !== ""
    implicitHeight: content.implicitHeight + 2 * 10
    radius: Theme.smallRadius
    color: kind === "good" ? Theme.goodTint : kind === "bad" ? Theme.badTint : Theme.indigoTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: detail ? text + " " + detail : text

    GridLayout {
        id: content

        anchors.fill: parent
        anchors.margins: 10
        anchors.leftMargin: Theme.space
        columns: banner.stacked ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Body {
                Layout.fillWidth: true
                text: banner.text
                color: banner.ink
                weight: banner.kind === "good" ? Theme.bold : Theme.regular
                font.pixelSize: banner.kind === "good" ? Theme.large : Theme.body
                Accessible.ignored: true
            }

            Body {
                Layout.fillWidth: true
                visible: banner.detail !== ""
                text: banner.detail
                color: banner.ink
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }

        RowLayout {
            id: buttons

            Layout.alignment: Qt.AlignRight
            Layout.fillWidth: false
            spacing: Theme.gap
        }
    }
}
