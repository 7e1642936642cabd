pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style

// A ticket that slides out: the number to call on one half, the code on the other. It tears along
// its holes when it was used.
Item {
    id: ticket

    property string heading: ""
    property string ticketNumber: ""
    property string title: ""
    property string picture: ""
    property string code: ""
    property string until: ""
    property int codeSize: 0
    property var modules: null
    property bool torn: false
    property bool shown: false
    // How far it is out of its slot, and how far torn, 0 to 1.
    property real out: 1
    property real apart: torn ? 1 : 0

    readonly property bool lying: width > height
    readonly property real halfWidth: lying ? width / 2 : width
    readonly property real halfHeight: lying ? height : height / 2

    function skip() {
        sliding.complete();
    }

    clip: true
    onShownChanged: {
        if (shown) {
            out = 0;
            sliding.restart();
        }
    }

    Behavior on apart {
        NumberAnimation {
            duration: Paper.slow
            easing.type: Easing.OutCubic
        }
    }

    NumberAnimation {
        id: sliding

        target: ticket
        property: "out"
        to: 1
        duration: Paper.slow
        easing.type: Easing.OutCubic
    }

    TapHandler {
        onTapped: ticket.skip()
    }

    Item {
        width: parent.width
        height: parent.height
        y: (ticket.out - 1) * height

        BigCard {
            id: stub

            width: ticket.halfWidth
            height: ticket.halfHeight
            color: Paper.rewards
            border.width: 0
            // Torn, each half shrinks about its middle, so that it stays whole where it is.
            scale: 1 - 0.14 * ticket.apart
            rotation: -3 * ticket.apart

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Paper.space
                spacing: 0

                BigText {
                    Layout.fillWidth: true
                    text: ticket.heading
                    color: Paper.rewardsInk
                    font.pixelSize: Paper.large
                    horizontalAlignment: Text.AlignHCenter
                }

                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    BigHeading {
                        anchors.centerIn: parent
                        visible: ticket.ticketNumber !== ""
                        text: ticket.ticketNumber
                        color: Paper.rewardsInk
                        // A digit is three fifths of the size wide and two thirds high.
                        font.pixelSize: Math.max(Paper.number, Math.min(parent.height * 1.25, parent.width / (0.62 * Math.max(1, text.length))))
                        wrapMode: Text.NoWrap
                    }

                    RewardPicture {
                        anchors.centerIn: parent
                        visible: ticket.ticketNumber === ""
                        size: Math.min(parent.width, parent.height) * 0.8
                        picture: ticket.picture
                    }
                }

                BigHeading {
                    Layout.fillWidth: true
                    text: ticket.title
                    color: Paper.rewardsInk
                    font.pixelSize: Paper.large
                    horizontalAlignment: Text.AlignHCenter
                    maximumLineCount: 3
                }
            }
        }

        BigCard {
            width: ticket.halfWidth
            height: ticket.halfHeight
            x: ticket.lying ? ticket.halfWidth : 0
            y: ticket.lying ? 0 : ticket.halfHeight
            scale: 1 - 0.14 * ticket.apart
            rotation: 3 * ticket.apart

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Paper.space
                spacing: Paper.gap / 2

                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    QrCode {
                        anchors.centerIn: parent
                        width: Math.min(parent.width, parent.height)
                        visible: ticket.codeSize > 0
                        size: ticket.codeSize
                        modules: ticket.modules
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("QR code of your voucher")
                    }

                    RewardPicture {
                        anchors.centerIn: parent
                        visible: ticket.codeSize === 0
                        size: Math.min(parent.width, parent.height) * 0.8
                        picture: ticket.picture
                    }
                }

                BigHeading {
                    Layout.fillWidth: true
                    text: ticket.code
                    font.pixelSize: Paper.large
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Paper.small
                    maximumLineCount: 1
                    horizontalAlignment: Text.AlignHCenter
                }

                BigText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: ticket.until
                    color: Paper.muted
                    font.pixelSize: Paper.small
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }

        // The holes along which it tears.
        Repeater {
            model: 13

            Rectangle {
                required property int index

                width: Paper.gap
                height: width
                radius: width / 2
                color: Paper.page
                opacity: 1 - ticket.apart
                x: ticket.lying ? ticket.halfWidth - width / 2 : (index + 0.5) * ticket.width / 13 - width / 2
                y: ticket.lying ? (index + 0.5) * ticket.height / 13 - height / 2 : ticket.halfHeight - height / 2
            }
        }
    }
}
