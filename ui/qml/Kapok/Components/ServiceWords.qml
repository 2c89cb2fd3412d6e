// Why this machine cannot do something now, and where else; by the codes of the service manifest.
pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

QtObject {
    readonly property var why: ({
            "offline": qsTr("联网后再来"),
            "closed": qsTr("开门后再来"),
            "no_payment": qsTr("本机不能付钱"),
            "lacks_page_printer": qsTr("本机没有打印机"),
            "broken_page_printer": qsTr("打印机现在用不了"),
            "lacks_document_scanner": qsTr("本机不能扫材料"),
            "broken_document_scanner": qsTr("扫描仪现在用不了"),
            "lacks_receipt_printer": qsTr("小票现在打不了"),
            "broken_receipt_printer": qsTr("小票现在打不了"),
            "lacks_camera": qsTr("本机没有摄像头"),
            "lacks_face": qsTr("本机不能刷脸"),
            "lacks_id_card": qsTr("读卡器现在用不了"),
            "lacks_smart_card": qsTr("本机不能插卡"),
            "lacks_code_scanner": qsTr("扫码口现在用不了"),
            "lacks_speaker": qsTr("喇叭现在用不了")
        })
    readonly property var placeIcon: ({
            "kiosk": "monitor",
            "counter": "user",
            "venue": "buildings"
        })

    function where(place: var): string {
        return place.kind === "counter" ? qsTr("%1窗口").arg(place.name) : place.name;
    }
    // where there is room for no more
    function there(place: var): string {
        return qsTr("去%1").arg(where(place));
    }
    // one line: why, and where to go instead
    function notHere(reason: string, place: var): string {
        const said = why[reason] ?? Words.unavailable[reason] ?? "";
        return place.kind === "" ? said : qsTr("%1，去%2").arg(said).arg(where(place));
    }
}
