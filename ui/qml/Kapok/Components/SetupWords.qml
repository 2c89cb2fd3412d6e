// Words of 装机向导: its steps, what is asked, what was found, what the buttons do.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var title: ({
            "language": qsTr("装机向导：选文字"),
            "network": qsTr("接上大厅"),
            "pairing": qsTr("登记到大厅"),
            "screen": qsTr("量一量屏幕"),
            "boxes": qsTr("每样试一下"),
            "sound": qsTr("听一听"),
            "ticket": qsTr("打一张试票"),
            "handover": qsTr("写交付单"),
            "done": qsTr("装好了")
        })
    readonly property var note: ({
            "language": qsTr("来办事的人随时可以另选"),
            "network": qsTr("填大厅服务器的地址"),
            "pairing": qsTr("请管理员在「设备」页给一个码"),
            "screen": qsTr("尺寸和高度决定按钮放在哪"),
            "boxes": qsTr("点一个，试一个"),
            "sound": qsTr("站在一米外听，再选听到了什么"),
            "ticket": qsTr("不排队，也不叫号"),
            "handover": qsTr("配置和交付单一起写好"),
            "done": qsTr("点「完成」，这台机器就是取号机了")
        })
    //: above the pad
    readonly property var asks: ({
            "server": qsTr("大厅的地址"),
            "code": qsTr("登记码，八位"),
            "diagonal": qsTr("屏幕对角线几英寸？"),
            "bottom": qsTr("玻璃下沿离地多高？")
        })
    readonly property var typing: ({
            "server": qsTr("例：10.0.0.5，不写端口就是 8080"),
            "code": qsTr("十分钟内有效，只能用一次"),
            "diagonal": qsTr("7 到 65，可以带小数"),
            "bottom": qsTr("毫米，300 到 1400")
        })
    readonly property var row: ({
            "zh-CN": qsTr("普通话"),
            "zh-HK": qsTr("粤语"),
            "en": "English",
            "zone": qsTr("时区"),
            "server": qsTr("大厅地址"),
            "hall": qsTr("大厅"),
            "card": qsTr("网卡"),
            "ask_code": qsTr("管理员按「给登记码」，把八位码告诉您"),
            "compare": qsTr("接着两边对指纹，一样才批准"),
            "hall_name": qsTr("大厅"),
            "kiosk": qsTr("这台机器"),
            "diagonal": qsTr("屏幕对角线"),
            "orientation": qsTr("方向"),
            "bottom": qsTr("玻璃下沿离地"),
            "target": qsTr("最小的按钮"),
            "reach": qsTr("手够得着：按钮都在"),
            "reach_low": qsTr("装得高，一直用「往下移」：按钮都在"),
            "speaker": qsTr("喇叭"),
            "slip": qsTr("试票"),
            "file": qsTr("写这台机器的配置文件"),
            "certificate": qsTr("交付单"),
            "copy": qsTr("插着 U 盘的话，再抄一份过去"),
            "hash": qsTr("校验码"),
            "copied": qsTr("抄到"),
            "not_copied": qsTr("没有插 U 盘，只存在本机"),
            "run": qsTr("员工和技术员的密码还没设：kapok kiosk pin")
        })
    readonly property var icon: ({
            "zh-CN": "globe",
            "zh-HK": "globe",
            "en": "globe",
            "server": "buildings",
            "diagonal": "monitor",
            "orientation": "device-rotate",
            "bottom": "ruler"
        })
    readonly property var art: ({
            "language": "blossom",
            "network": "service-desk",
            "pairing": "service-desk",
            "none_found": "mouth-reader-rest",
            "ticket": "mouth-slot",
            "handover": "thing-form",
            "done": "blossom"
        })
    readonly property var said: ({
            "not_a_number": qsTr("这个数不对，请看上面的范围"),
            "not_an_address": qsTr("这不像地址，例：10.0.0.5:8080"),
            "enrolment_code_wrong": qsTr("码不对、过了十分钟或用过了，请管理员再给一个"),
            "not_authenticated": qsTr("大厅没有批准这台机器，请管理员再给一个码"),
            "enrolment_waiting": qsTr("还没有人核对指纹，请管理员打开「设备」页，再输一次码"),
            "too_many_requests": qsTr("试错太多次，请等十分钟"),
            "hall_silent": qsTr("大厅没有回话：看网线和地址，再来一次"),
            "not_written": qsTr("没有写成，原来的文件没有动"),
            "other": qsTr("没有成功，请把下面的话告诉管理员"),
            "help": qsTr("看机器带的《装一台自助机》，或者问大厅的管理员")
        })
    readonly property var does: ({
            "next": qsTr("下一步"),
            "take": qsTr("确定"),
            "wait": qsTr("请稍等…"),
            "wait_approval": qsTr("等大厅批准…"),
            "type_server": qsTr("填大厅地址"),
            "check": qsTr("试一下连接"),
            "type_code": qsTr("输登记码"),
            "print": qsTr("打试票"),
            "hand_over": qsTr("写交付单"),
            "last": qsTr("好了"),
            "finish": qsTr("完成")
        })
    readonly property var aside: ({
            "look_again": qsTr("再找一遍"),
            "print_again": qsTr("再打一张"),
            "skip": qsTr("先不打"),
            "again": qsTr("再写一遍")
        })

    // what a row is now
    function value(row: var): string {
        switch (row.key) {
        case "zone":
            return row.value === "" ? qsTr("没有设：timedatectl") : qsTr("%1，在系统里设").arg(row.value);
        case "diagonal":
            return qsTr("%1 英寸").arg(row.value);
        case "orientation":
            return row.value === "landscape" ? qsTr("横着") : qsTr("竖着");
        case "bottom":
        case "target":
            return qsTr("%1 毫米").arg(row.value);
        case "reach":
        case "reach_low":
            return qsTr("%1 毫米以下").arg(row.value);
        case "server":
            return row.value === "" ? qsTr("还没填") : row.value;
        case "speaker":
            return SelfTestWords.lamp[row.value] ?? "";
        case "slip":
            return row.value === "well" ? qsTr("打出来了：清楚吗？切断了吗？") : qsTr("上面写明不是号票");
        default:
            return row.value;
        }
    }
}
