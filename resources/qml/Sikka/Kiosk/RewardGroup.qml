pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style

// A heading and the rewards under it, as many side by side as have room.
Column {
    id: group

    required property string title
    property var model: null
    property bool reached: false
    readonly property int columns: Math.max(1, Math.floor((width + Paper.gap) / (Paper.rewardWidth + Paper.gap)))

    signal chosen(string reward)

    visible: cards.count > 0
    spacing: Paper.gap

    BigHeading {
        width: parent.width
        text: group.title
        font.pixelSize: Paper.large
    }

    Grid {
        width: parent.width
        columns: group.columns
        spacing: Paper.gap

        Repeater {
            id: cards

            model: group.model

            RewardCard {
                // A row's cards are as high as the highest of them.
                readonly property int first: index - index % group.columns
                required property int index

                width: Math.floor((group.width + Paper.gap) / group.columns) - Paper.gap
                height: {
                    let most = implicitHeight;
                    for (let at = first; at < Math.min(first + group.columns, cards.count); at++)
                        most = Math.max(most, cards.itemAt(at)?.implicitHeight ?? 0);
                    return most;
                }
                reached: group.reached
                onClicked: group.chosen(id)
            }
        }
    }
}
