pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// A bar for every hour, the highest as high as there is room.
RowLayout {
    id: bars

    required property Rows hours
    readonly property int count: repeater.count
    // So many labels have room beside each other.
    readonly property int step: Math.max(1, Math.ceil(count * 30 / Math.max(1, width)))

    spacing: 4

    Repeater {
        id: repeater

        model: bars.hours

        delegate: ColumnLayout {
            id: bar

            required property int index
            required property string label
            required property real share
            required property string spoken

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.maximumWidth: 72
            spacing: 2
            Accessible.role: Accessible.StaticText
            Accessible.name: spoken

            Item {
                Layout.fillWidth: true
                Layout.preferredHeight: 110

                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: Math.max(2, parent.height * bar.share)
                    radius: Math.min(6, height / 2)
                    color: bar.share === 1 ? Theme.ink : bar.share > 0 ? Theme.fieldLine : Theme.line
                }
            }

            Body {
                Layout.fillWidth: true
                Layout.preferredWidth: 0
                Layout.preferredHeight: implicitHeight
                text: bar.index % bars.step === 0 ? bar.label : ""
                color: Theme.muted
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
