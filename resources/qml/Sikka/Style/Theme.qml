pragma Singleton

import QtQuick

// Every colour, size and duration of the screens. Each text colour is named after the ground it
// is read on; tests/gui/test_theme.py computes their contrast.
QtObject {
    // Grounds
    readonly property color page: "#f3f4f9"
    readonly property color card: "#ffffff"
    readonly property color bar: training ? "#7a2e00" : "#20203a"
    readonly property color field: "#ffffff"
    readonly property color selected: "#e8ecfb"
    readonly property color pressed: "#dfe3f2"

    // Lines
    readonly property color line: "#dcdfea"
    readonly property color fieldLine: "#767a94"
    readonly property color track: "#e9ebf3"

    // Text on card and page
    readonly property color ink: "#20203a"
    readonly property color muted: "#5b5e76"
    readonly property color link: "#2c3a9e"

    // Text on the bar
    readonly property color barInk: "#ffffff"
    readonly property color barMuted: "#b9bcd0"

    // One strong colour per kind of thing: tier violet, coins amber, action indigo
    readonly property color indigo: "#2c3a9e"
    readonly property color indigoInk: "#ffffff"
    readonly property color indigoTint: "#eceffb"
    readonly property color indigoTintInk: "#2c3a9e"
    readonly property color amber: "#f2a516"
    readonly property color amberInk: "#2b1d00"
    readonly property color amberTint: "#fff6e0"
    readonly property color amberTintInk: "#6f4a00"
    readonly property color violet: "#6f52e8"
    readonly property color violetTint: "#f0ecfd"
    readonly property color violetTintInk: "#4b31b5"

    // What happened
    readonly property color good: "#137a4b"
    readonly property color goodTint: "#e5f5ec"
    readonly property color goodTintInk: "#0d5c38"
    readonly property color bad: "#b3261e"
    readonly property color badInk: "#ffffff"
    readonly property color badTint: "#fdeceb"
    readonly property color badTintInk: "#8f1d17"
    readonly property color waitingTint: "#4a3c12"
    readonly property color waitingTintInk: "#ffd772"
    readonly property color goodLight: "#76dba6"
    readonly property color badLight: "#ff9c92"

    // Type. Both families are variable fonts: their weight is an axis, not a face.
    readonly property string textFamily: "Noto Sans"
    readonly property string displayFamily: "Baloo 2"
    readonly property int regular: 400
    readonly property int medium: 500
    readonly property int bold: 650
    readonly property int small: 16
    readonly property int body: 18
    readonly property int large: 22
    readonly property int title: 26
    readonly property int number: 34
    readonly property int huge: 46

    // Sizes. A panel says how many logical pixels a millimetre has; the bounds keep a panel that
    // lies about its size, or a laptop's tiny pixels, from breaking the layout.
    property real pixelsPerMm: 3.78
    readonly property int target: Math.round(12 * Math.max(3.4, Math.min(pixelsPerMm, 4.6)))
    readonly property int gap: 8
    readonly property int space: 16
    readonly property int inset: 20
    readonly property int radius: 14
    readonly property int smallRadius: 10
    readonly property int focusLine: 3

    // In a practice shop the bar has another colour, and a banner is over every screen.
    property bool training: false

    // Motion
    property bool reducedMotion: false
    readonly property int quick: reducedMotion ? 0 : 140
    readonly property int calm: reducedMotion ? 0 : 320
}
