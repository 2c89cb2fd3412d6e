// Words of 自检: parts of a machine, how they are, and what a try asks for and what came of it.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var part: ({
            "receipt_printer": qsTr("小票打印机"),
            "id_card": qsTr("读卡器"),
            "code_scanner": qsTr("扫码口"),
            "document_scanner": qsTr("材料扫描仪"),
            "page_printer": qsTr("A4 打印机"),
            "touch": qsTr("触摸屏"),
            "speaker": qsTr("喇叭"),
            "headphones": qsTr("耳机孔"),
            "access_pad": qsTr("盲文按键"),
            "indicator": qsTr("指示灯"),
            "sensors": qsTr("柜门和机身"),
            "disk": qsTr("硬盘空余"),
            "memory": qsTr("内存空余"),
            "temperature": qsTr("机箱温度"),
            "network": qsTr("网络"),
            "clock": qsTr("时钟相差"),
            "certificate": qsTr("证书还有"),
            "hall": qsTr("大厅认得")
        })
    readonly property var lamp: ({
            "fine": qsTr("正常"),
            "warning": qsTr("要看"),
            "fault": qsTr("坏了"),
            "unknown": qsTr("还没看")
        })
    readonly property var unit: ({
            "GB": qsTr("吉"),
            "MB": qsTr("兆"),
            "°C": qsTr("度"),
            "s": qsTr("秒"),
            "ms": qsTr("毫秒"),
            "d": qsTr("天")
        })
    readonly property var sign: ({
            "fine": ["check-circle", "fill", "jade.600"],
            "warning": ["warning", "fill", "amber.600"],
            "fault": ["x-circle", "bold", "bark.900"],
            "unknown": ["clock", "bold", "bark.500"]
        })
    //: while a try waits
    readonly property var waiting: ({
            "receipt_printer": qsTr("正在打测试票…"),
            "id_card": qsTr("请放一张证件"),
            "code_scanner": qsTr("请亮一个码"),
            "document_scanner": qsTr("请放一页纸"),
            "access_pad": qsTr("请按一个键"),
            "indicator": qsTr("请看灯，一样颜色亮一下")
        })
    //: what came of it
    readonly property var well: ({
            "receipt_printer": qsTr("打出来了，清楚吗？"),
            "id_card": qsTr("读到了：%1"),
            "code_scanner": qsTr("扫到了，%1 个字节"),
            "document_scanner": qsTr("扫到了一页，没有留下"),
            "access_pad": qsTr("按到了：%1"),
            "indicator": qsTr("都亮过了，看到了吗？"),
            "touch": qsTr("平均差 %1 毫米"),
            "speaker": qsTr("左右都响，%1 分贝")
        })
    readonly property var key: ({
            "up": qsTr("上"),
            "down": qsTr("下"),
            "back": qsTr("返回"),
            "next": qsTr("下一个"),
            "select": qsTr("选定"),
            "help": qsTr("求助")
        })
    readonly property var drill: ({
            "paper_out": qsTr("打印纸用完了"),
            "offline": qsTr("网络断了"),
            "card": qsTr("读不到身份证"),
            "busy": qsTr("大厅没有回话")
        })
    readonly property var drillSign: ({
            "paper_out": "printer",
            "offline": "buildings",
            "card": "identification-card",
            "busy": "clock"
        })
    readonly property string unmeasured: qsTr("左右都响，响度没量")
    readonly property string nothing: qsTr("15 秒没等到")

    // what a row says of its box: the last try, else how the box is
    function said(box: var): string {
        switch (box.step) {
        case "waiting":
            return waiting[box.part] ?? "";
        case "well":
            return box.part === "speaker" && box.value === "" ? unmeasured : (well[box.part] ?? "").replace("%1", key[box.value] ?? box.value);
        case "nothing":
            return nothing;
        default:
            return box.said;
        }
    }
}
