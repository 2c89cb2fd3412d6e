// UI-K1 首页: greeting, how the hall stands, what can be done here. The one red thing is 取号办事.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: page

    required property HomeViewModel viewModel
    required property Intents intents
    readonly property bool usual: viewModel.hallState === "open" || viewModel.hallState === "no_wait"
    readonly property bool anyHour: viewModel.anyHour // the doors are shut, and machines go on
    readonly property bool lacking: !viewModel.cardReader || !viewModel.printer
    readonly property bool cramped: Form.low || Form.large && Form.landscape // the card strip gives way

    width: Metrics.screenWidth
    height: Metrics.pageHeight

    Image {
        id: branch

        x: Form.landscape ? -PageMetrics.branchOut : parent.width - width
        y: Form.landscape ? PageMetrics.branchTop : 0
        mirror: Form.landscape
        visible: !page.viewModel.rests
        transformOrigin: Form.landscape ? Item.BottomLeft : Item.TopRight
        source: Theme.art("branch")
        sourceSize.width: Metrics.branch
        Accessible.ignored: true
    }
    SequentialAnimation {
        running: page.viewModel.idle && !page.viewModel.rests && !Theme.still // once, when nobody has been there for a while

        NumberAnimation {
            target: branch
            property: "rotation"
            to: PageMetrics.sway
            duration: PageMetrics.swayTime
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: branch
            property: "rotation"
            to: -PageMetrics.sway
            duration: PageMetrics.swayTime
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: branch
            property: "rotation"
            to: 0
            duration: PageMetrics.swayTime
            easing.type: Easing.InOutSine
        }
    }
    ColumnLayout {
        visible: !page.viewModel.rests
        x: Tokens.kioskMargin
        y: PageMetrics.greetingTop
        width: Metrics.headWidth
        spacing: Tokens.space2

        Headline {
            visible: page.usual || !(Form.large || Form.latin)
            text: qsTr("您好！")
            font.pixelSize: Metrics.textTitle
            color: Theme.colors.call
        }
        Headline {
            Layout.fillWidth: true
            text: page.viewModel.hallState === "closed" ? qsTr("现在是休息时间") : Form.large ? qsTr("想办什么事？") : qsTr("今天想办什么事？")
        }
        HallLine {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space5
            visible: page.usual
            home: page.viewModel
        }
        HallStrip {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space4
            visible: !page.usual
            home: page.viewModel
        }
        MachineStrip {
            Layout.fillWidth: true
            Layout.topMargin: Tokens.space4
            visible: page.lacking && Form.low // what is only read stays up
            home: page.viewModel
        }
    }
    ColumnLayout {
        visible: !page.viewModel.rests
        x: Metrics.contentX
        y: Metrics.touchTop
        width: Metrics.contentWidth
        height: Metrics.pageEnd - y
        spacing: Tokens.kioskGap

        AnyHourTile {
            objectName: "home.any_hour"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: PageMetrics.hero
            visible: page.anyHour
            usable: page.viewModel.usable
            onActivated: page.intents.touch("any_hour")
        }
        TakeNumberTile {
            objectName: "home.take_a_number"
            visible: !page.anyHour
            hallState: page.viewModel.hallState
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: PageMetrics.hero
            onActivated: page.intents.touch("take_a_number")
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: PageMetrics.tiles
            columns: Form.large && !Form.landscape ? 1 : 2
            columnSpacing: Tokens.kioskGap
            rowSpacing: Tokens.kioskGap
            uniformCellWidths: true
            uniformCellHeights: true

            Repeater {
                model: page.viewModel.tiles

                Tile {
                    required property var modelData

                    objectName: "home." + modelData.name
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    iconName: modelData.icon
                    title: Words.homeTile[modelData.name]
                    note: modelData.reason === "" ? Words.homeTileNote[modelData.name] : (Form.low || Form.large) && modelData.place.kind !== "" ? ServiceWords.there(modelData.place) : ServiceWords.notHere(modelData.reason, modelData.place)
                    latin: Words.homeTileLatin[modelData.name]
                    resting: modelData.reason !== ""
                    plug: modelData.reason === "offline"
                    onActivated: page.intents.touch(modelData.name)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: page.anyHour
            spacing: Tokens.kioskGap

            KapokButton {
                objectName: "home.take_a_number_later"
                Layout.fillWidth: true
                Layout.preferredHeight: Metrics.actionHeight
                look: Theme.resting
                text: qsTr("取号办事")
                described: Words.takeNote.closed
                iconName: "ticket"
                iconStyle: "duotone"
                onActivated: page.intents.touch("take_a_number")
            }
            KapokButton {
                objectName: "home.from_hong_kong_later"
                Layout.preferredWidth: PageMetrics.hkmoTile
                Layout.preferredHeight: Metrics.actionHeight
                visible: !Form.large
                petal: Tokens.radiusPetal
                text: qsTr("港澳居民")
                size: Metrics.textLabel
                onActivated: page.intents.touch("from_hong_kong")
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: PageMetrics.cardStrip
            visible: !page.lacking && !page.cramped && !page.anyHour
            spacing: Tokens.kioskGap

            CardStrip {
                Layout.fillWidth: true
                Layout.fillHeight: true
                scanner: page.viewModel.scanner
                narrow: !Form.large && !Form.landscape
            }
            KapokButton {
                objectName: "home.from_hong_kong"
                Layout.preferredWidth: PageMetrics.hkmoTile
                Layout.fillHeight: true
                visible: !Form.large
                petal: Tokens.radiusPetal
                text: qsTr("港澳居民")
                size: Metrics.textLabel
                onActivated: page.intents.touch("from_hong_kong")
            }
        }
        MachineStrip {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: PageMetrics.cardStrip
            visible: page.lacking && !Form.low && !page.anyHour
            home: page.viewModel
        }
    }
    Loader {
        anchors.fill: parent
        active: page.viewModel.rests
        sourceComponent: IdleScreen {
            home: page.viewModel
            onWoken: page.intents.stir()
        }
    }
}
