pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// A customer becomes a member; afterwards the card is shown.
Panel {
    id: panel

    required property CounterViewModel counter
    readonly property EnrolViewModel enrol: counter.enrol

    title: enrol.welcomed ? enrol.welcome : qsTr("New member")
    subtitle: enrol.welcomed ? "" : enrol.card
    onBack: counter.back()

    ScrollView {
        id: scroll

        readonly property bool more: contentHeight > height

        // What has the keyboard is in sight.
        function reveal(item: Item) {
            const top = item.mapToItem(form, 0, 0).y;
            const page = contentItem as Flickable;
            page.contentY = Math.max(Math.min(page.contentY, top), top + item.height - height);
        }

        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !panel.enrol.welcomed
        contentWidth: availableWidth
        rightPadding: more ? 14 : 0
        clip: true
        ScrollBar.vertical.policy: more ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff

        ColumnLayout {
            id: form

            width: scroll.availableWidth
            spacing: 10

            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                Field {
                    id: phone

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignBottom
                    label: qsTr("Phone (may be left out)")
                    value: panel.enrol.phone
                    maximumLength: 20
                    onEdited: text => panel.enrol.typePhone(text)
                    onAccepted: called.take()
                }

                Field {
                    id: called

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignBottom
                    label: qsTr("Name or nickname")
                    value: panel.enrol.name
                    maximumLength: 60
                    onEdited: text => panel.enrol.typeName(text)
                    onAccepted: consent.forceActiveFocus()
                }
            }

            GridLayout {
                Layout.fillWidth: true
                // Beside each other as long as a date has room there.
                columns: languages.implicitWidth + 240 < scroll.availableWidth ? 2 : 1
                columnSpacing: 12
                rowSpacing: 10

                ColumnLayout {
                    id: languages

                    Layout.fillWidth: false
                    Layout.alignment: Qt.AlignTop
                    spacing: 4

                    Body {
                        text: qsTr("Language")
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }

                    RowLayout {
                        spacing: 6

                        Repeater {
                            model: panel.enrol.languages

                            KeyButton {
                                required property string code
                                required property string name
                                required property bool chosen

                                text: name
                                primary: chosen
                                Accessible.selected: chosen
                                onClicked: panel.enrol.chooseLanguage(code)
                            }
                        }
                    }
                }

                Field {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    label: qsTr("Birthday (may be left out)")
                    hint: qsTr("day month year")
                    value: panel.enrol.birthday
                    error: panel.enrol.birthdayError
                    maximumLength: 10
                    onEdited: text => panel.enrol.typeBirthday(text)
                    onAccepted: consent.forceActiveFocus()
                }
            }

            Field {
                Layout.fillWidth: true
                visible: panel.enrol.hasReferral
                label: qsTr("Who sent them? Friend's number, card or phone (may be left out)")
                value: panel.enrol.referrer
                maximumLength: 30
                onEdited: text => panel.enrol.typeReferrer(text)
                onAccepted: consent.forceActiveFocus()
            }

            Body {
                Layout.fillWidth: true
                Layout.topMargin: -6
                visible: panel.enrol.hasReferral && text !== ""
                text: panel.enrol.referralHint
                color: Theme.muted
                font.pixelSize: Theme.small
            }

            Tick {
                id: consent

                Layout.fillWidth: true
                text: panel.enrol.consentText
                checked: panel.enrol.consent
                onToggled: panel.enrol.setConsent(checked)
                onActiveFocusChanged: if (activeFocus) scroll.reveal(consent)
                Keys.onReturnPressed: panel.enrol.enrol()
                Keys.onEnterPressed: panel.enrol.enrol()
            }

            Body {
                Layout.fillWidth: true
                Layout.leftMargin: 44
                text: panel.enrol.consentVersion
                color: Theme.muted
                font.pixelSize: Theme.small
            }

            Tick {
                Layout.fillWidth: true
                visible: text !== ""
                text: panel.enrol.marketingText
                checked: panel.enrol.marketing
                onToggled: panel.enrol.setMarketing(checked)
            }
        }
    }

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.enrol.welcomed

        ColumnLayout {
            anchors.centerIn: parent
            width: parent.width
            spacing: 12

            CardImage {
                Layout.alignment: Qt.AlignHCenter
                implicitWidth: Math.min(440, panel.width - 2 * Theme.inset)
                picture: panel.enrol.picture
                name: qsTr("Card %1").arg(panel.enrol.cardNumber)
            }

            Heading {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: panel.enrol.cardNumber
            }

            Body {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("The customer can take a picture of this code now.")
                color: Theme.muted
            }
        }
    }

    Banner {
        Layout.fillWidth: true
        kind: "bad"
        text: panel.enrol.message
    }

    actions: KeyButton {
        Layout.fillWidth: true
        text: panel.enrol.welcomed ? qsTr("Go on with the bill") : qsTr("Enrol")
        key: "F12"
        primary: true
        onClicked: panel.enrol.enrol()
    }

    Component.onCompleted: panel.enrol.phone ? called.take() : phone.take()
}
