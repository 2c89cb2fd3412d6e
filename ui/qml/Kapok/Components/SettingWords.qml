// Words of 配置: what each setting is called, who set it, why a value was refused.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var name: ({
            "kiosk.id": qsTr("本机编号"),
            "kiosk.name": qsTr("本机名字"),
            "kiosk.server": qsTr("大厅地址"),
            "kiosk.where": qsTr("放在哪里"),
            "kiosk.idle_s": qsTr("多久没人碰算走了"),
            "kiosk.warning_s": qsTr("问“您还在吗”多久"),
            "kiosk.ticket_page_s": qsTr("取号后停多久"),
            "kiosk.take_timeout_s": qsTr("等大厅答复多久"),
            "kiosk.attended": qsTr("旁边有工作人员"),
            "screen.glass_bottom_mm": qsTr("玻璃下沿离地"),
            "screen.diagonal_in": qsTr("屏幕对角线"),
            "screen.orientation": qsTr("横放还是竖放"),
            "screen.reduce_motion": qsTr("减少动画"),
            "speech.volume": qsTr("音量"),
            "speech.quiet_from": qsTr("几点起小声"),
            "speech.quiet_to": qsTr("小声到几点"),
            "speech.quiet_db": qsTr("小声多少")
        })
    //: what it does, of those that are changed here
    readonly property var meaning: ({
            "kiosk.idle_s": qsTr("这么久没人碰，就问“您还在吗”"),
            "kiosk.warning_s": qsTr("问了没人答，这么久以后清屏"),
            "kiosk.ticket_page_s": qsTr("取到的号在屏幕上停这么久"),
            "kiosk.take_timeout_s": qsTr("大厅这么久不答，本机自己出号"),
            "kiosk.attended": qsTr("附近没有工作人员，就选否"),
            "screen.glass_bottom_mm": qsTr("从地面量到玻璃下沿；太高就一直往下移"),
            "screen.reduce_motion": qsTr("换页不滑动，图标不跳"),
            "speech.volume": qsTr("喇叭一共五档"),
            "speech.quiet_from": qsTr("从这个点起喇叭小声；和“小声到几点”一样，就是不小声"),
            "speech.quiet_to": qsTr("到这个点恢复；耳机不受影响"),
            "speech.quiet_db": qsTr("小声的时候低多少")
        })
    readonly property var unit: ({
            "kiosk.idle_s": qsTr("秒"),
            "kiosk.warning_s": qsTr("秒"),
            "kiosk.ticket_page_s": qsTr("秒"),
            "kiosk.take_timeout_s": qsTr("秒"),
            "screen.glass_bottom_mm": qsTr("毫米"),
            "screen.diagonal_in": qsTr("英寸"),
            "speech.quiet_db": qsTr("分贝")
        })
    //: who set it
    readonly property var by: ({
            "usual": "",
            "file": qsTr("本机文件改过"),
            "hall": qsTr("大厅设的"),
            "here": qsTr("在这里改过")
        })
    readonly property var fault: ({
            "no_file": qsTr("这里改不了，用命令看：kapok config show"),
            "file": qsTr("本机的设置文件读不了，用命令查：kapok config check"),
            "nothing_before": qsTr("没有可以退回的"),
            "disk": qsTr("写不下来，看看硬盘")
        })

    function called(key: string): string {
        return name[key] ?? key;
    }

    // a value as people say it, with its unit
    function told(key: string, value: string): string {
        switch (value) {
        case "true":
            return qsTr("是");
        case "false":
            return qsTr("否");
        case "":
        case "null":
            return qsTr("没有");
        default:
            return unit[key] === undefined ? value : value + " " + unit[key];
        }
    }

    // what may be typed
    function limits(pad: string, least: string, most: string): string {
        return pad === "time" ? qsTr("四位数字，22:00 就按 2200") : least !== "" && most !== "" ? qsTr("%1 到 %2").arg(least).arg(most) : most !== "" ? qsTr("不超过 %1").arg(most) : "";
    }
}
