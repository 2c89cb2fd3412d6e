// Made from ui/tokens/tokens.toml by packaging/assets/make_tokens.py; change the source, not this file.
pragma Singleton
import QtQuick

QtObject {
    readonly property color red700: "#8F1D12"
    readonly property color red600: "#B3261A"
    readonly property color red500: "#CF3A22"
    readonly property color redPetal: "#E8603C"
    readonly property color redBlush: "#F9E1D8"
    readonly property color redMist: "#FDF1EC"
    readonly property color bark900: "#1E1916"
    readonly property color bark700: "#3F3731"
    readonly property color bark500: "#6E635A"
    readonly property color bark400: "#8A7E73"
    readonly property color bark300: "#A79C90"
    readonly property color bark200: "#D8D0C5"
    readonly property color bark100: "#F1ECE4"
    readonly property color bark50: "#FAF7F2"
    readonly property color bark0: "#FFFFFF"
    readonly property color jade700: "#0A5A4B"
    readonly property color jade600: "#0E7360"
    readonly property color jade100: "#DDF0EA"
    readonly property color amber700: "#7A4A00"
    readonly property color amber600: "#9A5B00"
    readonly property color amber300: "#F4B740"
    readonly property color amber100: "#FCF0D6"
    readonly property color sky700: "#1D4F73"
    readonly property color sky600: "#24628F"
    readonly property color sky100: "#DFECF5"
    readonly property color rolePage: "#FAF7F2"
    readonly property color roleSurface: "#FFFFFF"
    readonly property color roleSunken: "#F1ECE4"
    readonly property color roleText: "#1E1916"
    readonly property color roleTextSecond: "#3F3731"
    readonly property color roleTextMuted: "#6E635A"
    readonly property color roleBorder: "#D8D0C5"
    readonly property color roleBorderControl: "#8A7E73"
    readonly property color roleBorderStrong: "#6E635A"
    readonly property color roleCall: "#B3261A"
    readonly property color roleCallPressed: "#8F1D12"
    readonly property color roleOnCall: "#FFFFFF"
    readonly property color roleCallSoft: "#F9E1D8"
    readonly property color roleCallMist: "#FDF1EC"
    readonly property color roleEnd: "#1E1916"
    readonly property color roleOnEnd: "#FFFFFF"
    readonly property color roleOk: "#0E7360"
    readonly property color roleOkStrong: "#0A5A4B"
    readonly property color roleOkSoft: "#DDF0EA"
    readonly property color roleWarn: "#7A4A00"
    readonly property color roleWarnSoft: "#FCF0D6"
    readonly property color roleWarnFill: "#F4B740"
    readonly property color roleInfo: "#24628F"
    readonly property color roleInfoStrong: "#1D4F73"
    readonly property color roleInfoSoft: "#DFECF5"
    readonly property color roleFocus: "#24628F"
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24
    readonly property int space6: 32
    readonly property int space7: 48
    readonly property int space8: 64
    readonly property int radiusS: 8
    readonly property int radiusM: 16
    readonly property int radiusL: 28
    readonly property int radiusPetal: 72
    readonly property int radiusPetalHero: 120
    readonly property int radiusPetalBoard: 190
    readonly property int kioskTarget: 88
    readonly property int kioskTargetPrimary: 112
    readonly property int kioskGap: 24
    readonly property int kioskMargin: 48
    readonly property int kioskFontNote: 34
    readonly property int kioskFontLatin: 36
    readonly property int kioskFontBody: 40
    readonly property int kioskFontLabel: 48
    readonly property int kioskFontTitle: 64
    readonly property int kioskFontDisplay: 84
    readonly property int motionPress: 80
    readonly property int motionSwap: 180
    readonly property int motionPage: 240
    readonly property int motionCall: 600
    readonly property string fontText: "Noto Sans CJK SC"
    readonly property string fontTitle: "Noto Serif CJK SC"
    readonly property string fontDigit: "Kapok Digits"
}
