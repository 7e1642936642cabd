pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Sikka.Components
import Sikka.Style
import Sikka.ViewModels

// What the member told the shop.
ColumnLayout {
    id: page

    required property ProfileViewModel profile

    spacing: 12

    ScrollView {
        id: scroll

        readonly property bool more: contentHeight > height

        Layout.fillWidth: true
        Layout.fillHeight: true
        contentWidth: availableWidth
        rightPadding: more ? 14 : 0
        clip: true
        ScrollBar.vertical.policy: more ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff

        ColumnLayout {
            width: scroll.availableWidth
            spacing: 10

            Field {
                id: called

                Layout.fillWidth: true
                label: qsTr("Name or nickname")
                value: page.profile.name
                maximumLength: 60
                onEdited: text => page.profile.typeName(text)
                onAccepted: phone.take()
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                Field {
                    id: phone

                    Layout.fillWidth: true
                    label: qsTr("New phone number")
                    hint: page.profile.phoneHint
                    value: page.profile.phone
                    maximumLength: 20
                    onEdited: text => page.profile.typePhone(text)
                    onAccepted: born.take()
                }

                KeyButton {
                    Layout.alignment: Qt.AlignBottom
                    visible: page.profile.hasPhone
                    text: qsTr("Remove")
                    key: "F6"
                    Accessible.name: qsTr("Remove the phone number")
                    onClicked: page.profile.dropPhone()
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                Field {
                    id: born

                    Layout.fillWidth: true
                    label: qsTr("Birthday: day month year")
                    hint: page.profile.birthdayHint
                    value: page.profile.birthday
                    error: page.profile.birthdayError
                    maximumLength: 10
                    onEdited: text => page.profile.typeBirthday(text)
                    onAccepted: page.profile.save()
                }

                KeyButton {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: born.input.y
                    visible: page.profile.hasBirthday
                    text: qsTr("Remove")
                    key: "F7"
                    Accessible.name: qsTr("Remove the birthday")
                    onClicked: page.profile.dropBirthday()
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: 6

                Body {
                    text: qsTr("Language")
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }

                Repeater {
                    model: page.profile.languages

                    KeyButton {
                        required property string code
                        required property string name
                        required property bool chosen

                        text: name
                        primary: chosen
                        Accessible.selected: chosen
                        onClicked: page.profile.chooseLanguage(code)
                    }
                }
            }

            Tick {
                Layout.fillWidth: true
                visible: text !== ""
                text: page.profile.marketingText
                checked: page.profile.marketing
                onToggled: page.profile.setMarketing(checked)
            }
        }
    }

    KeyButton {
        Layout.fillWidth: true
        text: qsTr("Save")
        key: "F12"
        primary: true
        enabled: page.profile.canSave
        onClicked: page.profile.save()
    }

    Component.onCompleted: called.take()
}
