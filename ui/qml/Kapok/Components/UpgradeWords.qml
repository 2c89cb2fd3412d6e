// Words of 升级: the slots, how the last change ended, and why one was not made.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var key: ({
            "running": qsTr("在用"),
            "other": qsTr("另一个版本"),
            "slots": qsTr("新旧版本"),
            "hall": qsTr("大厅要的"),
            "last": qsTr("上次升级")
        })
    readonly property var said: ({
            "running": ({
                    "running": qsTr("这台机器正在跑的"),
                    "not_begun": qsTr("换上的 %1 还没有开始")
                }),
            "other": ({
                    "ready": qsTr("可以换回去"),
                    "removed": qsTr("已经删掉了"),
                    "not_well": qsTr("上次没通过检查，不再换它"),
                    "nothing": qsTr("空的，还没有升级过")
                }),
            "slots": ({
                    "none": qsTr("没有：程序不是用软件包装的"),
                    "missing": qsTr("没有升级记录"),
                    "torn": qsTr("升级记录读不懂")
                }),
            "hall": ({
                    "running": qsTr("就是在用的"),
                    "soon": qsTr("没人用的时候换上"),
                    "removed": qsTr("本机没有"),
                    "not_well": qsTr("上次没通过检查"),
                    "cannot": qsTr("本机换不上"),
                    "nothing": qsTr("没有要求")
                }),
            "last": ({
                    "well": qsTr("换上了，检查通过"),
                    "switched": qsTr("换上了，没有检查：服务当时没开"),
                    "rolled_back": qsTr("没通过，已退回"),
                    "not_well": qsTr("没通过检查，也没有更早的版本"),
                    "stuck": qsTr("退回以后也不正常"),
                    "nothing": qsTr("没有记录")
                })
        })
    //: what to do
    readonly property var advice: ({
            "running": ({
                    "not_begun": qsTr("在网页“设备”上点重启")
                }),
            "other": ({
                    "removed": qsTr("要换回去，先装上它的软件包")
                }),
            "slots": ({
                    "none": qsTr("装上软件包才能升级和退回"),
                    "missing": qsTr("照技术员手册“升级”查"),
                    "torn": qsTr("照技术员手册“升级”查")
                }),
            "hall": ({
                    "removed": qsTr("先装上它的软件包"),
                    "not_well": qsTr("等下一个版本")
                }),
            "last": ({
                    "not_well": qsTr("照技术员手册“升级”查"),
                    "stuck": qsTr("照技术员手册“升级”查")
                })
        })
    readonly property var refusal: ({
            "gone": qsTr("本机没有这个版本，先装软件包"),
            "not_well": qsTr("它没通过检查，还用原来的"),
            "stuck": qsTr("换和退都没成，照技术员手册“升级”查"),
            "busy": qsTr("正在换另一个版本，过一会儿再来"),
            "disk": qsTr("请求写不下来，看看硬盘"),
            "nobody": qsTr("管升级的服务没有开，照技术员手册“升级”查")
        })

    function told(row: var): string {
        return (said[row.key][row.word] ?? "").replace("%1", row.why);
    }

    function why(row: var): string {
        return row.key === "last" ? row.why : "";
    }

    function advised(row: var): string {
        return advice[row.key][row.word] ?? "";
    }
}
