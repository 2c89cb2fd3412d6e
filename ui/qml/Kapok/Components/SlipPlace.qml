// Where the slip comes out: a word and an arrow that follow how the machine was built.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Strip {
    id: place

    required property string side // left | middle | right; "" = this machine has no slot
    readonly property var words: ({
            "left": qsTr("小票从左下方出来，请拿好"),
            "middle": qsTr("小票从正下方出来，请拿好"),
            "right": qsTr("小票从右下方出来，请拿好")
        })

    visible: side !== ""
    implicitHeight: PageMetrics.slipStrip
    color: Theme.colors.infoSoft
    ink: Theme.colors.infoStrong
    iconName: "receipt"
    iconStyle: "bold"
    iconTint: "sky.700"
    text: words[side] ?? ""

    Icon {
        visible: place.side === "left"
        name: "arrow-down-left"
        tint: "sky.700"
    }
    Icon {
        visible: place.side === "middle"
        name: "arrow-down"
        tint: "sky.700"
    }
    Icon {
        visible: place.side === "right"
        name: "arrow-down-right"
        tint: "sky.700"
    }
}
