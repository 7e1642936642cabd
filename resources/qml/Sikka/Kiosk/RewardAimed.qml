pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// My goal: the chosen reward flies into the ring, and the ring says how much is missing.
ColumnLayout {
    id: aimed

    required property RewardsViewModel rewards
    readonly property bool here: rewards.step === "aimed"
    // How far the picture has flown, 0 to 1.
    property real flown: 1

    signal leaving

    function skip() {
        flight.complete();
    }

    spacing: Paper.space
    onHereChanged: {
        if (here) {
            flown = 0;
            flight.restart();
        }
    }

    NumberAnimation {
        id: flight

        target: aimed
        property: "flown"
        to: 1
        duration: Paper.slow
        easing.type: Easing.InOutCubic
    }

    BigHeading {
        Layout.fillWidth: true
        text: qsTr("This is your goal now")
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        id: place

        Layout.fillWidth: true
        Layout.fillHeight: true

        TapHandler {
            onTapped: aimed.skip()
        }

        Ring {
            id: ring

            anchors.centerIn: parent
            width: Math.min(place.width, place.height) * 0.9
            height: width
            value: aimed.here && aimed.flown === 1 ? aimed.rewards.aimValue : 0
            Accessible.role: Accessible.ProgressBar
            Accessible.name: aimed.rewards.aimLeft
        }

        RewardPicture {
            readonly property real far: place.width / 2 + width

            size: ring.width * 0.42
            picture: aimed.rewards.picture
            radius: width / 2
            x: place.width / 2 - width / 2 - (1 - aimed.flown) * far
            y: place.height / 2 - height / 2 - Math.sin(Math.PI * aimed.flown) * place.height * 0.25
            scale: 1 + (1 - aimed.flown) * 0.4
        }
    }

    BigHeading {
        Layout.fillWidth: true
        text: aimed.rewards.title
        font.pixelSize: Paper.large
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
    }

    BigHeading {
        Layout.fillWidth: true
        text: aimed.rewards.aimLeft
        color: Paper.coinsTintInk
        font.pixelSize: Paper.title
        horizontalAlignment: Text.AlignHCenter
        opacity: aimed.flown === 1 ? 1 : 0
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: aimed.rewards.aimNext
        color: Paper.muted
        horizontalAlignment: Text.AlignHCenter
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Paper.gap

        BigButton {
            text: qsTr("More rewards")
            kind: ""
            onClicked: aimed.rewards.back()
        }

        BigButton {
            Layout.preferredWidth: 420 * Paper.unit
            text: qsTr("To my coins")
            kind: "rewards"
            onClicked: aimed.leaving()
        }
    }
}
