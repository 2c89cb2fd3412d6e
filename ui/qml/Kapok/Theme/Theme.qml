// Roles: what a colour, a letter and a picture are for. Pages name these and never a hue.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    property url assets // where the made fonts and icons lie; set once at the start
    property bool still: false // no motion: for pictures and tests

    readonly property ColorSet paper: ColorSet {
        page: Tokens.rolePage
        surface: Tokens.roleSurface
        sunken: Tokens.roleSunken
        text: Tokens.roleText
        textSecond: Tokens.roleTextSecond
        textMuted: Tokens.roleTextMuted
        border: Tokens.roleBorder
        borderControl: Tokens.roleBorderControl
        call: Tokens.roleCall
        callPressed: Tokens.roleCallPressed
        onCall: Tokens.roleOnCall
        callSoft: Tokens.roleCallSoft
        callMist: Tokens.roleCallMist
        end: Tokens.roleEnd
        endPressed: Tokens.roleTextSecond
        onEnd: Tokens.roleOnEnd
        ok: Tokens.roleOk
        okStrong: Tokens.roleOkStrong
        okSoft: Tokens.roleOkSoft
        warn: Tokens.roleWarn
        warnSoft: Tokens.roleWarnSoft
        warnFill: Tokens.roleWarnFill
        info: Tokens.roleInfo
        infoStrong: Tokens.roleInfoStrong
        infoSoft: Tokens.roleInfoSoft
        veil: Qt.alpha(Tokens.roleOnCall, 0.16)
        focus: Tokens.roleFocus
    }
    readonly property ColorSet contrast: ColorSet {
        page: Tokens.highPage
        surface: Tokens.highSurface
        sunken: Tokens.highSunken
        text: Tokens.highText
        textSecond: Tokens.highTextSecond
        textMuted: Tokens.highTextMuted
        border: Tokens.highBorder
        borderControl: Tokens.highBorderControl
        call: Tokens.highCall
        callPressed: Tokens.highCallPressed
        onCall: Tokens.highOnCall
        callSoft: Tokens.highCallSoft
        callMist: Tokens.highCallMist
        end: Tokens.highEnd
        endPressed: Tokens.highEndPressed
        onEnd: Tokens.highOnEnd
        ok: Tokens.highOk
        okStrong: Tokens.highOkStrong
        okSoft: Tokens.highOkSoft
        warn: Tokens.highWarn
        warnSoft: Tokens.highWarnSoft
        warnFill: Tokens.highWarnFill
        info: Tokens.highInfo
        infoStrong: Tokens.highInfoStrong
        infoSoft: Tokens.highInfoSoft
        veil: Qt.alpha(Tokens.highOnCall, 0.16)
        focus: Tokens.highFocus
    }
    readonly property ColorSet colors: Form.contrast ? contrast : paper
    readonly property color warnEdge: Form.contrast ? colors.borderControl : colors.warnFill // around what is not well

    readonly property Look primary: Look {
        fill: theme.colors.call
        pressed: theme.colors.callPressed
        ink: theme.colors.onCall
        edge: theme.colors.call
        edgeWidth: 0
        tint: "bark.0"
        weight: Font.Bold
    }
    readonly property Look end: Look {
        fill: theme.colors.end
        pressed: theme.colors.endPressed
        ink: theme.colors.onEnd
        edge: theme.colors.end
        edgeWidth: 0
        tint: "bark.0"
        weight: Font.Bold
    }
    readonly property Look plain: Look {
        fill: theme.colors.surface
        pressed: theme.colors.sunken
        ink: theme.colors.text
        edge: theme.colors.borderControl
        edgeWidth: Metrics.edge
        tint: "bark.900"
        weight: Font.Medium
    }
    readonly property Look choice: Look {
        fill: theme.colors.surface
        pressed: theme.colors.sunken
        ink: theme.colors.text
        edge: theme.colors.borderControl
        edgeWidth: Form.contrast ? Metrics.edge : Metrics.hairline
        tint: "bark.900"
        weight: Font.Medium
    }
    readonly property Look resting: Look {
        fill: theme.colors.sunken
        pressed: theme.colors.border
        ink: theme.colors.textMuted
        edge: theme.colors.borderControl
        edgeWidth: Form.contrast ? Metrics.edge : Metrics.hairline
        tint: "bark.900"
        weight: Font.Medium
    }
    readonly property Look quiet: Look {
        fill: theme.colors.sunken
        pressed: theme.colors.border
        ink: theme.colors.text
        edge: Form.contrast ? theme.colors.borderControl : theme.colors.sunken
        edgeWidth: Form.contrast ? Metrics.edge : 0
        tint: "bark.900"
        weight: Font.Medium
    }
    readonly property Look modeOn: Look {
        fill: theme.colors.textSecond
        pressed: theme.colors.endPressed
        ink: theme.colors.onEnd
        edge: theme.colors.textSecond
        edgeWidth: 0
        tint: "bark.0"
        weight: Font.Bold
    }
    readonly property Look odd: Look {
        fill: theme.colors.warnSoft
        pressed: theme.colors.sunken
        ink: theme.colors.text
        edge: theme.warnEdge
        edgeWidth: Metrics.edge
        tint: "bark.900"
        weight: Font.Medium
    }
    readonly property Look on: Look {
        fill: theme.colors.okSoft
        pressed: theme.colors.sunken
        ink: theme.colors.okStrong
        edge: theme.colors.ok
        edgeWidth: Metrics.edge
        tint: "jade.600"
        weight: Font.Medium
    }

    readonly property string fontMixed: Tokens.fontDigit // digits and Latin; the text face stands behind it
    readonly property string fontTitle: Tokens.fontTitle
    readonly property int press: still ? 0 : Tokens.motionPress
    readonly property int swap: still ? 0 : Tokens.motionSwap
    readonly property int pageTurn: still ? 0 : Tokens.motionPage
    readonly property int breath: Tokens.motionCall

    // 高对比 draws in white on black, and in black on whatever is filled
    function icon(name: string, style: string, tint: string): url {
        const seen = !Form.contrast ? tint : tint === "bark.0" ? "bark.900" : "bark.0";
        return assets + "icons/" + name + "-" + style + "-" + seen + ".svg";
    }

    function art(name: string): url {
        return Qt.resolvedUrl("art/" + name + (Form.contrast ? "-line" : "") + ".svg");
    }
}
