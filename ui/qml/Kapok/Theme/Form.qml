// How this visitor's screen is drawn: how the panel hangs, and the modes of the access bar. Set once, in Main.
pragma Singleton
import QtQuick

QtObject {
    property bool landscape: false
    property bool large: false // 大字
    property bool contrast: false // 高对比
    property bool low: false // 往下移
    property string language: "zh-CN"
    readonly property bool latin: language === "en"

    readonly property string gap: latin ? " " : "" // between two sentences
    readonly property string stop: latin ? ". " : "。"
    readonly property string colon: latin ? ": " : "："
    readonly property string comma: latin ? ", " : "，"

    function pick(portrait: int, landscape_: int): int {
        return landscape ? landscape_ : portrait;
    }
    // what is said of one thing in several clauses, with the comma of the language; empty ones are left out
    function clauses(parts: list<string>): string {
        return parts.filter(part => part !== "").join(comma);
    }
}
