// The screen: the page's own part, the head and foot that every page shares, and the question 您还在吗？ instead of both.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Rectangle {
    id: main

    required property ScreenModel screen
    readonly property FrameViewModel frame: screen.frame
    readonly property Intents intents: screen.intents

    width: Metrics.screenWidth
    height: Metrics.screenHeight
    color: Theme.colors.page

    Binding {
        target: Form
        property: "landscape"
        value: main.frame.landscape
    }
    Binding {
        target: Form
        property: "large"
        value: main.frame.modes.includes("large")
    }
    Binding {
        target: Form
        property: "contrast"
        value: main.frame.modes.includes("contrast")
    }
    Binding {
        target: Form
        property: "low"
        value: main.frame.modes.includes("low")
    }
    Binding {
        target: Form
        property: "language"
        value: main.frame.language
    }

    Shortcut { // the same from a keyboard
        sequence: "Ctrl+Alt+K"
        onActivated: main.intents.touch("staff")
    }
    TapHandler { // below all that can be touched: a finger on an empty place is somebody who is there
        onPressedChanged: {
            if (pressed)
                main.intents.stir();
        }
    }
    Item {
        id: stage // drawn for a panel of 21.5 inches, fitted to the panel that is there

        width: Metrics.screenWidth
        height: Metrics.screenHeight
        anchors.centerIn: parent
        scale: Math.min(main.width / width, main.height / height)

        Row {
            id: head

            readonly property bool busy: main.frame.urgent !== "" || main.frame.talk === "shared"

            visible: !main.frame.warning && !(notice.visible && !busy)
            z: 1 // a notice at the head lies over every picture
            x: Tokens.kioskMargin
            y: Metrics.crestTop
            spacing: Tokens.space4

            Image {
                objectName: "crest"
                source: Theme.art("crest")
                sourceSize.width: Metrics.crest
                Accessible.ignored: true

                TapHandler { // staff: held for three seconds; only their PIN goes on from there
                    longPressThreshold: Metrics.held
                    onLongPressed: main.intents.touch("staff")
                }
            }
            Loader {
                active: main.frame.urgent !== ""
                visible: active
                y: Math.min(0, Metrics.titleTop - Metrics.crestTop - Tokens.space1 - height) // three lines go upwards
                width: Metrics.headWidth - Metrics.crest - parent.spacing
                sourceComponent: UrgentStrip {
                    words: main.frame.urgent
                }
            }
            ShareMark {
                visible: main.frame.talk === "shared" && main.frame.urgent === ""
                width: Metrics.headWidth - Metrics.crest - parent.spacing
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                visible: main.frame.talk !== "shared" && main.frame.urgent === "" && !(faultCode.visible && Form.landscape) // no room for both

                KapokText {
                    text: Form.latin && main.frame.hallNameEn !== "" ? main.frame.hallNameEn : main.frame.hallName
                    size: Metrics.hallNameText
                    weight: Font.Bold
                }
                KapokText {
                    visible: text !== "" && main.frame.page === "home" && !Form.large && !Form.latin
                    text: main.frame.hallNameEn
                    size: Tokens.kioskFontLatin
                    weight: Font.Medium
                    color: Theme.colors.textMuted
                }
            }
            KapokText { // 大字 has no foot: what staff ask for on the telephone stands here
                id: faultCode

                objectName: "fault_code"
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: Metrics.footShown || main.frame.faultCode === "" ? "" : Form.latin ? main.frame.faultCode : main.frame.faultCode + " · " + main.frame.kioskName
                size: Metrics.textNote
                color: Theme.colors.textMuted
            }
        }
        PageStack {
            visible: !main.frame.sheet
            width: stage.width
            height: Metrics.pageHeight
            file: main.screen.pageFile
            page: main.screen.page
            intents: main.intents
        }
        Loader {
            active: main.frame.sheet
            sourceComponent: VoiceSheet {
                frame: main.frame
                intents: main.intents
            }
        }
        NoticeBar { // in the place of the hall's name for some seconds: it covers neither question, steps nor number
            id: notice

            x: Tokens.kioskMargin
            y: head.busy ? Metrics.noticeTop : Math.max(Tokens.space2, Metrics.titleTop - Tokens.space1 - height)
            width: Metrics.headWidth
            code: main.screen.notice || main.frame.notice
            looks: main.frame.helpLooks
        }
        AccessBar {
            visible: !main.frame.warning
            y: Metrics.pageHeight
            width: stage.width
            height: stage.height - y
            intents: main.intents
            frame: main.frame
        }
        Loader {
            anchors.fill: parent
            active: main.frame.warning
            sourceComponent: TimeoutPane {
                frame: main.frame
                intents: main.intents
            }
        }
        Caption {
            width: Form.landscape ? Metrics.contentX : stage.width
            text: main.frame.caption
        }
    }
    FocusRing {
        objectName: "focus_ring"
    }
    Curtain {
        anchors.fill: parent
        visible: main.frame.curtain
        intents: main.intents
    }
}
