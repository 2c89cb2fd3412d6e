// Every colour that a page may name. All are required: a theme that leaves one out cannot load.
import QtQuick

QtObject {
    required property color page
    required property color surface
    required property color sunken
    required property color text
    required property color textSecond
    required property color textMuted
    required property color border
    required property color borderControl
    required property color call
    required property color callPressed
    required property color onCall
    required property color callSoft
    required property color callMist
    required property color end
    required property color endPressed
    required property color onEnd
    required property color ok
    required property color okStrong
    required property color okSoft
    required property color warn
    required property color warnSoft
    required property color warnFill
    required property color info
    required property color infoStrong
    required property color infoSoft
    required property color veil
    required property color focus
}
