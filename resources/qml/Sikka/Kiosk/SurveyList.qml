pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Big
import Sikka.Style
import Sikka.ViewModels

// What can be answered now, with how long it takes and what it brings.
ColumnLayout {
    id: list

    required property SurveysViewModel surveys

    spacing: Paper.space

    BigHeading {
        Layout.fillWidth: true
        text: qsTr("Tell us, and get coins")
    }

    BigText {
        Layout.fillWidth: true
        visible: text !== ""
        text: list.surveys.nothing
        color: Paper.muted
        font.pixelSize: Paper.large
    }

    Scroll {
        Layout.fillWidth: true
        Layout.fillHeight: true

        Repeater {
            model: list.surveys.surveys

            AbstractButton {
                id: row

                required property int index
                required property string title
                required property string detail
                required property string coins
                required property bool started

                width: parent ? parent.width : 0
                implicitHeight: Math.max(Paper.target, content.implicitHeight + 2 * Paper.space)
                focusPolicy: Qt.TabFocus
                Accessible.role: Accessible.Button
                Accessible.name: [title, detail, coins].join(", ")
                Keys.onReturnPressed: click()
                onClicked: list.surveys.begin(index)

                background: BigCard {
                    color: row.down ? Paper.pressed : Paper.card
                    border.color: row.visualFocus ? Paper.rewards : Paper.line
                    border.width: row.visualFocus ? Paper.focusLine : 1
                }

                contentItem: RowLayout {
                    id: content

                    spacing: Paper.space

                    ColumnLayout {
                        Layout.fillWidth: true
                        Layout.leftMargin: Paper.inset
                        spacing: 0

                        BigHeading {
                            Layout.fillWidth: true
                            text: row.title
                            font.pixelSize: Paper.large
                            Accessible.ignored: true
                        }

                        BigText {
                            Layout.fillWidth: true
                            text: row.started ? qsTr("Go on where you were") : row.detail
                            color: Paper.muted
                            font.pixelSize: Paper.small
                            Accessible.ignored: true
                        }
                    }

                    CoinMark {
                        visible: row.coins !== ""
                        size: Paper.title
                    }

                    BigHeading {
                        Layout.rightMargin: Paper.inset
                        text: row.coins
                        color: Paper.coinsTintInk
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
