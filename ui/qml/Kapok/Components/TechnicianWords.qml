// Words of the technician's pages beside 自检 itself.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var tool: ({
            "glass": qsTr("画面"),
            "way": qsTr("网络"),
            "log": qsTr("日志"),
            "upgrade": qsTr("升级"),
            "settings": qsTr("配置"),
            "drill": qsTr("演练")
        })
    readonly property var toolSign: ({
            "glass": "monitor",
            "way": "globe",
            "log": "list-bullets",
            "upgrade": "arrow-circle-up",
            "settings": "sliders",
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
    //: what of the log is shown
    readonly property var level: ({
            "all": qsTr("全部"),
            "odd": qsTr("要看"),
            "faults": qsTr("坏了")
        })
    readonly property var levelSign: ({
            "all": "list-bullets",
            "odd": "warning",
            "faults": "x-circle"
        })
    //: why the log is not on the stick, and what helps
    readonly property var stickFault: ({
            "no_stick": qsTr("没看到 U 盘"),
            "read_only": qsTr("这个 U 盘不让写"),
            "full": qsTr("U 盘满了"),
            "gone": qsTr("U 盘没写成，是不是拔了？"),
            "no_log": qsTr("一条日志也没有")
        })
    readonly property var stickHelp: ({
            "no_stick": qsTr("插好，等系统挂上（/media 下面）再试"),
            "read_only": qsTr("看看有没有写保护开关，或换一个"),
            "full": qsTr("腾出 4 兆，或换一个"),
            "gone": qsTr("插回去再试，盘上没有留下半个文件"),
            "no_log": qsTr("等机器跑一会儿再来")
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
