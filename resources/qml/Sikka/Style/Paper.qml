pragma Singleton

import QtQuick

// Every colour, size and duration of the kiosk and the redemption screen: warm paper, one strong
// colour per kind of thing. `…Ink` is read on the colour itself, `…TintInk` on its tint.
QtObject {
    id: paper

    // What the window and the person ask for
    property size room: Qt.size(1920, 1080)
    property real pixelsPerMm: 3.78
    property bool largeText: false
    property bool highContrast: false
    property bool reducedMotion: false
    property bool lowReach: false

    readonly property bool wide: room.width > room.height
    // A screen smaller than the pictures keeps their proportions until the text is 24 pixels.
    readonly property real unit: Math.max(0.66, Math.min(
        Math.max(room.width, room.height) / 1920, Math.min(room.width, room.height) / 1080))
    readonly property real textUnit: unit * (largeText ? 1.2 : 1)

    // Grounds and lines
    readonly property color page: highContrast ? "#ffffff" : "#fff6ea"
    readonly property color card: "#ffffff"
    readonly property color line: highContrast ? "#20203a" : "#efdcc6"
    readonly property color track: highContrast ? "#c9ccd8" : "#f4e8d8"
    readonly property color field: "#ffffff"
    readonly property color fieldLine: highContrast ? "#20203a" : "#8a7a68"
    readonly property color pressed: "#f6ead9"
    readonly property color veil: "#b320203a"
    // A code is black on white whatever else is chosen: cheap scanners need all of it.
    readonly property color codePaper: "#ffffff"
    readonly property color codeInk: "#000000"

    // Text on page and card
    readonly property color ink: highContrast ? "#000000" : "#20203a"
    readonly property color muted: highContrast ? "#20203a" : "#5f5a6b"
    readonly property color dark: "#20203a"
    readonly property color darkInk: "#ffffff"

    // Kinds of things
    readonly property color tier: "#6442d6"
    readonly property color tierInk: "#ffffff"
    readonly property color tierTint: "#efeafd"
    readonly property color tierTintInk: "#4527a8"
    readonly property color visits: "#c93f0c"
    readonly property color visitsInk: "#ffffff"
    readonly property color visitsTint: "#fde6dd"
    readonly property color visitsTintInk: "#9a2f08"
    readonly property color category: "#13794a"
    readonly property color categoryInk: "#ffffff"
    readonly property color categoryTint: "#def1e7"
    readonly property color categoryTintInk: "#0c5a36"
    readonly property color coins: "#f2a516"
    readonly property color coinsInk: "#2b1d00"
    readonly property color coinsTint: "#fff1cf"
    readonly property color coinsTintInk: "#6a4700"
    readonly property color coinsEdge: "#b97506"
    readonly property color rewards: "#2f3fa8"
    readonly property color rewardsInk: "#ffffff"
    readonly property color rewardsTint: "#e8ebfb"
    readonly property color rewardsTintInk: "#26348f"
    readonly property color play: "#9c2468"
    readonly property color playInk: "#ffffff"
    readonly property color playTint: "#fbe4f0"
    readonly property color playTintInk: "#7d1951"
    readonly property color people: "#0b6a7a"
    readonly property color peopleInk: "#ffffff"
    readonly property color peopleTint: "#dcf0f3"
    readonly property color peopleTintInk: "#084f5b"

    // What happened
    readonly property color good: "#137a4b"
    readonly property color goodInk: "#ffffff"
    readonly property color goodTint: "#e0f3e8"
    readonly property color goodTintInk: "#0c5a36"
    readonly property color bad: "#b3261e"
    readonly property color badInk: "#ffffff"
    readonly property color badTint: "#fde5e2"
    readonly property color badTintInk: "#8f1d17"

    function strong(kind: string): color {
        return paper[kind];
    }

    function onStrong(kind: string): color {
        return paper[kind + "Ink"];
    }

    function tint(kind: string): color {
        return paper[kind + "Tint"];
    }

    function onTint(kind: string): color {
        return paper[kind + "TintInk"];
    }

    // Type: nothing to read is smaller than 24 pixels
    readonly property string textFamily: "Noto Sans"
    readonly property string displayFamily: "Baloo 2"
    readonly property int regular: 400
    readonly property int medium: 500
    readonly property int bold: 650
    readonly property int small: Math.max(24, Math.round(25 * textUnit))
    readonly property int body: Math.max(24, Math.round(29 * textUnit))
    readonly property int large: Math.max(28, Math.round(37 * textUnit))
    readonly property int title: Math.max(34, Math.round(50 * textUnit))
    readonly property int number: Math.max(46, Math.round(76 * textUnit))
    readonly property int giant: Math.max(72, Math.round(150 * textUnit))

    // Sizes. A panel that lies about its size must not break the layout.
    readonly property int target: Math.round(18 * Math.max(3.4, Math.min(pixelsPerMm, 6)))
    readonly property int gap: Math.round(14 * unit)
    readonly property int rewardWidth: Math.round(520 * textUnit)
    readonly property int space: Math.round(26 * unit)
    readonly property int inset: Math.round(36 * unit)
    readonly property int margin: Math.round(48 * unit)
    readonly property int radius: Math.round(32 * unit)
    readonly property int smallRadius: Math.round(18 * unit)
    readonly property int focusLine: 4
    readonly property int meter: Math.round(22 * unit)

    // Motion
    readonly property int quick: reducedMotion ? 0 : 200
    readonly property int calm: reducedMotion ? 0 : 500
    readonly property int slow: reducedMotion ? 0 : 800
}
