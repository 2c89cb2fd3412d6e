// Lengths in pixels of the 21.5-inch panel (1080 × 1920 or 1920 × 1080, 4.033 px/mm) that are not shared with the pages
// of the hall; what is shared comes from Tokens. Nothing that can be touched lies above `touchTop`. What stands in
// `kiosk.viewmodels.room` too is compared by a test.
pragma Singleton
import QtQuick

QtObject {
    // the frame of every page
    readonly property int screenWidth: Form.pick(1080, 1920)
    readonly property int screenHeight: Form.pick(1920, 1080)
    readonly property int headWidth: Form.pick(984, 572) // the question; beside the content when the panel lies
    readonly property int contentX: Form.pick(48, 668)
    readonly property int contentWidth: Form.pick(984, 1204)
    readonly property int contentTop: Form.pick(560, 44) // upright: 1200 mm above the floor
    readonly property int touchTop: Form.low ? Form.pick(912, 276) : contentTop // 往下移: 1100 mm
    readonly property int reach: contentTop
    readonly property int pageHeight: Form.pick(1608, 904)
    readonly property int pageEnd: Form.pick(1584, 880) // last pixel row of a page's content
    readonly property int actionHeight: Form.pick(148, 128)

    // text: 大字 begins at 48 (0.7° at 70 cm), everything else at 34 (at 50 cm), digits and Latin at 36
    readonly property int textFloor: Form.large ? 48 : 34
    readonly property int textNote: Form.large ? 48 : Form.latin ? 36 : 34
    readonly property int textLatin: Form.large ? 48 : 36
    readonly property int textBody: Form.large ? 52 : 40
    readonly property int textLabel: Form.large ? 58 : 48
    readonly property int textTitle: Form.large ? 76 : 64
    readonly property int row: Form.large ? 176 : Form.pick(128, 116) // of a list
    readonly property int rowWell: 84
    readonly property int pagerButton: Form.large ? 312 : 264
    readonly property int rowGap: Form.large ? 24 : 20
    readonly property int crestTop: 46
    readonly property int crest: 80
    readonly property real held: 3 // seconds
    readonly property int hallNameText: 42
    readonly property int titleTop: Form.pick(182, 168)
    readonly property int headline: Form.latin ? Form.pick(68, 60) : Form.pick(76, 68)
    readonly property int headlineLeast: 48
    readonly property int headEnd: Form.pick(540, 860)
    readonly property int noteTop: 294
    readonly property int noteText: 44
    readonly property int stepTop: 424
    readonly property int noticeTop: 142 // where the head says something of its own
    readonly property int edge: 3
    readonly property int focusRing: 6
    readonly property int hairline: 2
    readonly property int tight: 2
    readonly property int together: -8 // between the two lines of a row: the text face has air of its own above and below
    readonly property int icon: 50
    readonly property int dot: 22
    readonly property real pressedScale: 0.985
    readonly property real looseLine: 1.25
    readonly property real closeLine: 0.9
    readonly property real overHalf: 0.55 // of a sign more than half a line: none stands alone in the second
    readonly property real faint: 0.14
    readonly property real pale: 0.4

    // access bar and foot
    readonly property int accessX: Form.landscape && !Form.large ? contentX : 48
    readonly property int accessWidth: Form.landscape && Form.large ? 1824 : contentWidth
    readonly property int accessColumns: Form.large && !Form.landscape ? 3 : 6
    readonly property int accessParts: 3 // picture, word, 已开
    readonly property int accessTop: Form.large ? 20 : 28
    readonly property int accessHeight: Form.landscape ? 120 : Form.large ? 272 : 160
    readonly property int accessButton: Form.large ? 284 : 132
    readonly property int helpButton: Form.large ? 284 : Form.pick(204, 262)
    readonly property int accessIcon: Form.pick(60, 48)
    readonly property int accessIconOn: Form.pick(44, 36)
    readonly property int accessText: Form.large ? 48 : Form.latin ? 36 : Form.pick(36, 34)
    readonly property bool footShown: !Form.large
    readonly property int footTop: Form.pick(212, 48)
    readonly property int footHeight: 80
    readonly property int footWidth: Form.pick(984, 572)
    readonly property int clock: 44

    // own art
    readonly property int branch: 430
    readonly property int sprig: 280
    readonly property int sprigTop: 24
    readonly property int ghost: 256
    readonly property int chevrons: 112
    readonly property int chevronsLarge: 150

    // buttons, chips, strips
    readonly property int bigButton: 148
    readonly property int tallButton: 180
    readonly property int bigButtonText: 56
    readonly property int takeText: 84
    readonly property int takeIcon: 92
    readonly property int backButton: Form.large ? 280 : 248
    readonly property int halfButton: 480
    readonly property int chip: Form.large ? 100 : 112
    readonly property int chipText: 42
    readonly property int strip: 128
    readonly property int stripIcon: 60
    readonly property int stripTitle: 46
    readonly property int notice: 140
    readonly property int noticeIcon: 64
    readonly property int countDown: 60
    readonly property int bar: 14
    readonly property int ring: 270
    readonly property int ringWidth: 22
    readonly property int ringNumber: 128
    readonly property int quietZone: 2

    // pads: 20 × 17 mm at 23 mm pitch is 81 × 69 px at 93 px; more where there is room
    readonly property int keyGap: 8
    readonly property int keyMost: 160
    readonly property int padMost: 4 * keyMost + 3 * keyGap
    readonly property int rowLow: Form.large ? 104 : 100 // four rows in 往下移
    readonly property int typedLine: Form.large ? 84 : 72
    readonly property int otherPad: Form.pick(300, 330)

    // step line
    readonly property int stepHeight: 76
    readonly property int stepDisc: 44
    readonly property int stepShort: 96
    readonly property int stepBar: 10
    readonly property int stepText: 38
}
