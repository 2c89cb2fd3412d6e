// Words of the technician's pages beside 自检 itself.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var tool: ({
            "glass": qsTr("画面"),
            "way": qsTr("网络"),
            "drill": qsTr("演练")
        })
    readonly property var toolSign: ({
            "glass": "monitor",
            "way": "globe",
            "drill": "fire-extinguisher"
        })
    //: cards to judge the glass by
    readonly property var view: ({
            "size": qsTr("字号"),
            "colours": qsTr("颜色"),
            "blur": qsTr("看不清的人"),
            "blind": qsTr("色弱的人"),
            "reach": qsTr("高低")
        })
    readonly property var viewNote: ({
            "size": qsTr("大字八米外读，小字半米外；线长 100 毫米"),
            "colours": qsTr("八级灰都分得开，颜色不偏"),
            "blur": qsTr("远看也认得出是哪个记号"),
            "blind": qsTr("记号不靠颜色也分得开"),
            "reach": qsTr("拿卷尺量：线旁边是离地毫米数")
        })
    readonly property var eyes: ({
            "usual": qsTr("平常"),
            "protan": qsTr("红色弱"),
            "deutan": qsTr("绿色弱"),
            "tritan": qsTr("蓝色弱")
        })
    readonly property var way: ({
            "cards": qsTr("网卡"),
            "network": qsTr("连大厅"),
            "latency": qsTr("快慢"),
            "clock": qsTr("时钟"),
            "certificate": qsTr("证书"),
            "hall": qsTr("钥匙")
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
