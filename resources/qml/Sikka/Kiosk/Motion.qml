pragma ComponentBehavior: Bound

import QtQuick

// The clock of a moment: steps of so many milliseconds one after another. Everything that moves is
// a function of it, so that a touch, or reduced motion, has the end on screen at once.
Item {
    id: motion

    required property list<real> steps
    readonly property real total: steps.reduce((sum, one) => sum + one, 0)
    readonly property bool running: play.running
    // Whether the first step may begin.
    property bool begun: true
    property real time: 0

    function settle() {
        if (play.running)
            play.complete();
    }

    // How much of a step is done, 0 to 1, evenly.
    function even(step: int): real {
        let start = 0;
        for (let at = 0; at < step; at++)
            start += steps[at];
        return steps[step] > 0 ? Math.max(0, Math.min(1, (time - start) / steps[step])) : 1;
    }

    // The same, slowing down towards its end.
    function part(step: int): real {
        const left = 1 - even(step);
        return 1 - left * left * left;
    }

    NumberAnimation {
        id: play

        target: motion
        property: "time"
        from: 0
        to: motion.total
        duration: motion.total
        running: motion.begun
    }
}
