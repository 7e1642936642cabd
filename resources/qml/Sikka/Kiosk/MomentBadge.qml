pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// A badge was won: it is stamped onto the paper.
MomentScene {
    id: scene

    running: motion.running
    onSettle: motion.settle()

    Motion {
        id: motion

        steps: [Paper.calm, Paper.quick]
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width
        spacing: Paper.space

        BigHeading {
            Layout.fillWidth: true
            text: scene.moments.title
            horizontalAlignment: Text.AlignHCenter
        }

        BadgePicture {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: width
            Layout.preferredHeight: width
            width: Math.round(360 * Paper.unit)
            picture: scene.moments.picture
            scale: 1.8 - 0.8 * motion.part(0)
            opacity: motion.part(0)
            rotation: 18 - 18 * motion.part(0)
        }

        BigHeading {
            Layout.fillWidth: true
            text: scene.moments.text
            font.pixelSize: Paper.title * 1.2
            horizontalAlignment: Text.AlignHCenter
            opacity: motion.part(1)
        }

        BigText {
            Layout.fillWidth: true
            visible: text !== ""
            text: scene.moments.detail
            color: Paper.muted
            font.pixelSize: Paper.large
            horizontalAlignment: Text.AlignHCenter
            opacity: motion.part(1)
        }
    }
}
