// UI-K1 首页: greeting, how the hall stands, what can be done here. The one red thing is 取号办事.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Item {
    id: page

    required property HomeViewModel viewModel
    required property Intents intents

    width: Metrics.screenWidth
    height: Metrics.pageHeight

    Image {
        anchors.right: parent.right
        source: Theme.art("branch")
        sourceSize.width: Metrics.branch
        Accessible.ignored: true
    }
    Headline {
        x: Tokens.kioskMargin
        y: PageMetrics.greetingTop
        text: qsTr("您好！")
        font.pixelSize: Tokens.kioskFontTitle
        color: Theme.colors.call
    }
    Headline {
        x: Tokens.kioskMargin
        y: PageMetrics.questionTop
        text: qsTr("今天想办什么事？")
    }
    HallLine {
        x: Tokens.kioskMargin
        y: PageMetrics.hallLineTop
        width: Metrics.contentWidth
        home: page.viewModel
    }
    TakeNumberTile {
        objectName: "home.take_a_number"
        x: Tokens.kioskMargin
        y: Metrics.reach
        width: Metrics.contentWidth
        height: PageMetrics.hero
        onActivated: page.intents.touch("take_a_number")
    }
    Grid {
        x: Tokens.kioskMargin
        y: PageMetrics.tileTop
        columns: 2
        spacing: Tokens.kioskGap

        Repeater {
            model: [
                {
                    "name": "check_in",
                    "icon": "calendar-check",
                    "title": qsTr("预约报到"),
                    "note": qsTr("已经约好时间"),
                    "latin": "Check in"
                },
                {
                    "name": "print_record",
                    "icon": "printer",
                    "title": qsTr("打印证明"),
                    "note": qsTr("社保、居住证明"),
                    "latin": "Print a record"
                },
                {
                    "name": "track_case",
                    "icon": "list-magnifying-glass",
                    "title": qsTr("查进度"),
                    "note": qsTr("看办到哪一步"),
                    "latin": "Track a case"
                },
                {
                    "name": "guides",
                    "icon": "book-open-text",
                    "title": qsTr("办事指南"),
                    "note": qsTr("要带哪些材料"),
                    "latin": "Guides"
                }
            ]

            Tile {
                required property var modelData

                objectName: "home." + modelData.name
                width: PageMetrics.tileWidth
                height: PageMetrics.tile
                iconName: modelData.icon
                title: modelData.title
                note: modelData.note
                latin: modelData.latin
                onActivated: page.intents.ask_later(modelData.name === "check_in" && page.viewModel.scanner ? "show_code" : modelData.name)
            }
        }
    }
    CardStrip {
        visible: page.viewModel.cardReader
        scanner: page.viewModel.scanner
        x: Tokens.kioskMargin
        y: PageMetrics.cardStripTop
        width: Metrics.contentWidth
    }
    Strip {
        visible: !page.viewModel.cardReader
        x: Tokens.kioskMargin
        y: PageMetrics.cardStripTop
        width: Metrics.contentWidth
        height: PageMetrics.cardStrip
        iconName: "warning"
        iconTint: "amber.600"
        text: qsTr("读卡器现在用不了")
        note: qsTr("不带证也能取号，按上面红色的就行")
    }
}
