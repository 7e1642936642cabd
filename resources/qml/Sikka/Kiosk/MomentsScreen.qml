pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// What is celebrated, one moment after another. A touch ends the motion, another goes on.
Item {
    id: page

    required property KioskViewModel kiosk
    readonly property MomentsViewModel moments: kiosk.moments
    readonly property int at: moments.at

    function tapped() {
        const shown = scene.item as MomentScene;
        if (shown && shown.running)
            shown.settle();
        else
            moments.goOn();
    }

    // A moment of the same kind as the one before begins anew.
    onAtChanged: {
        scene.active = false;
        scene.active = true;
    }

    MouseArea {
        anchors.fill: parent
        onClicked: page.tapped()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Paper.space

        Loader {
            id: scene

            readonly property var kinds: ({
                    "first": first,
                    "since": since,
                    "filled": filled,
                    "badge": badge,
                    "note": note
                })

            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: kinds[page.moments.kind] ?? null
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Paper.space

            Row {
                Layout.fillWidth: true
                spacing: Paper.gap
                visible: page.moments.count > 1

                Repeater {
                    model: page.moments.count

                    Rectangle {
                        required property int index

                        width: Paper.gap
                        height: width
                        radius: width / 2
                        color: index === page.moments.at ? Paper.ink : Paper.track
                    }
                }
            }

            Item {
                Layout.fillWidth: true
                visible: page.moments.count <= 1
            }

            BigButton {
                Layout.preferredWidth: Math.max(implicitWidth, 360 * Paper.unit)
                text: qsTr("Go on")
                onClicked: page.tapped()
            }
        }
    }

    Component {
        id: first

        MomentFirst {
            moments: page.moments
        }
    }

    Component {
        id: since

        MomentSince {
            moments: page.moments
        }
    }

    Component {
        id: filled

        MomentFilled {
            moments: page.moments
        }
    }

    Component {
        id: badge

        MomentBadge {
            moments: page.moments
        }
    }

    Component {
        id: note

        MomentNote {
            moments: page.moments
        }
    }
}
