import QtQuick.Controls.Basic

// Beside what scrolls: always there while there is more than can be seen, so that a row cut in two
// is known to go on.
ScrollBar {
    policy: size < 1 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
}
