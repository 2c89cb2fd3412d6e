// Words of the technician's pages beside 自检 itself.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var tool: ({
            "drill": qsTr("演练")
        })
    readonly property var toolSign: ({
            "drill": "fire-extinguisher"
        })
    readonly property var sound: ({
            "left": qsTr("左边响一声"),
            "right": qsTr("右边响一声"),
            "words": qsTr("说一句话")
        })
    readonly property var heard: ({
            "both": qsTr("左右都响"),
            "left": qsTr("只有左边"),
            "right": qsTr("只有右边"),
            "nothing": qsTr("听不到")
        })
    readonly property var heardSign: ({
            "both": "speaker-high",
            "left": "arrow-left",
            "right": "arrow-right",
            "nothing": "x-circle"
        })
}
