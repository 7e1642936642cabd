pragma ComponentBehavior: Bound

import QtQuick
import Sikka.Big
import Sikka.Style

// Coins that fly one after another from one place to another, in a bow; `way` goes from 0 to 1.
Item {
    id: flight

    property int coins: 0
    property real way: 0
    property point from
    property point to

    Repeater {
        model: flight.coins

        CoinMark {
            required property int index
            readonly property real late: index / Math.max(1, flight.coins) * 0.5
            readonly property real part: Math.max(0, Math.min(1, (flight.way - late) * 2))

            size: Paper.title
            visible: part > 0 && part < 1
            x: flight.from.x + (flight.to.x - flight.from.x) * part - size / 2
            y: flight.from.y + (flight.to.y - flight.from.y) * part - size / 2
                - 4 * part * (1 - part) * 220 * Paper.unit
        }
    }
}
