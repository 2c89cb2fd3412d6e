// The hall as a plan: you, the service desk, and the dotted way between them, which is the one red thing.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

Panel {
    id: map

    required property HelpViewModel plan

    lined: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("从这台机器到服务台的路线")

    Item {
        id: floor

        x: PageMetrics.mapMargin
        y: PageMetrics.mapMargin
        width: map.width - 2 * x
        height: map.height - y - PageMetrics.mapFoot

        Repeater {
            model: map.plan.blocks

            Rectangle {
                id: block

                required property var modelData

                x: modelData.x * floor.width
                y: modelData.y * floor.height
                width: modelData.width * floor.width
                height: modelData.depth * floor.height
                radius: Tokens.radiusS
                color: Theme.colors.sunken
                border.color: Theme.colors.border
                border.width: Metrics.hairline

                KapokText {
                    anchors.centerIn: parent
                    visible: implicitWidth < parent.width && implicitHeight < parent.height
                    text: Words.planBlock[block.modelData.kind] ?? ""
                    size: Metrics.textNote
                    color: Theme.colors.textMuted
                }
            }
        }
        Repeater {
            model: map.plan.dots

            Rectangle {
                required property var modelData
                required property int index

                x: modelData.x * floor.width - width / 2
                y: modelData.y * floor.height - height / 2
                visible: index + 1 < map.plan.dots.length
                width: PageMetrics.mapDot
                height: width
                radius: width / 2
                color: Theme.colors.call
            }
        }
        Repeater {
            model: map.plan.dots.slice(map.plan.dots.length - 1)

            Icon {
                required property var modelData

                x: modelData.x * floor.width - width / 2
                y: modelData.y * floor.height - height / 2
                name: "caret-right"
                tint: "red.600"
                size: PageMetrics.mapArrow
                rotation: map.plan.arrow - 90
            }
        }
        Repeater {
            model: map.plan.here

            Rectangle {
                id: you

                required property var modelData

                x: modelData.x * floor.width - width / 2
                y: modelData.y * floor.height - height / 2
                width: PageMetrics.mapYouRing
                height: width
                radius: width / 2
                color: Theme.colors.surface
                border.color: Theme.colors.info
                border.width: Metrics.edge

                Rectangle {
                    anchors.centerIn: parent
                    width: PageMetrics.mapYou
                    height: width
                    radius: width / 2
                    color: Theme.colors.info

                    Icon {
                        anchors.centerIn: parent
                        name: "user"
                        tint: "bark.0"
                        size: Metrics.stepDisc
                    }
                }
                KapokText {
                    anchors.top: parent.bottom
                    x: Math.max(-floor.x - you.x + Tokens.space4, (parent.width - width) / 2)
                    text: qsTr("您在这儿")
                    size: Metrics.textNote
                    weight: Font.Bold
                    color: Theme.colors.infoStrong
                }
            }
        }
        Repeater {
            model: map.plan.desk

            Rectangle {
                required property var modelData

                x: Math.min(floor.width - width + PageMetrics.mapMargin / 2, modelData.x * floor.width - width / 2)
                y: modelData.y * floor.height - height / 2
                width: sign.implicitWidth + 2 * Tokens.space5
                height: PageMetrics.mapDesk
                radius: Tokens.radiusM
                color: Theme.colors.end

                RowLayout {
                    id: sign

                    anchors.centerIn: parent
                    spacing: Tokens.space3

                    Icon {
                        name: "headset"
                        tint: "bark.0"
                    }
                    KapokText {
                        text: qsTr("服务台")
                        size: Metrics.textBody
                        weight: Font.Bold
                        color: Theme.colors.onEnd
                    }
                }
            }
        }
    }
}
