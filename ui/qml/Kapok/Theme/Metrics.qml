// Lengths in pixels of the 21.5-inch portrait panel (1080 × 1920, 4.033 px/mm) that are not shared with the pages of
// the hall; what is shared comes from Tokens. Nothing that can be touched lies above `reach`.
pragma Singleton
import QtQuick

QtObject {
    // the frame of every page
    readonly property int screenWidth: 1080
    readonly property int screenHeight: 1920
    readonly property int contentWidth: 984
    readonly property int reach: 560 // 1200 mm above the floor
    readonly property int pageHeight: 1608
    readonly property int pageEnd: 1584 // last pixel row of a page's content
    readonly property int crestTop: 46
    readonly property int crest: 80
    readonly property int hallNameText: 42
    readonly property int titleTop: 182
    readonly property int headline: 76
    readonly property int noteTop: 294
    readonly property int noteText: 44
    readonly property int stepTop: 424
    readonly property int noticeTop: 142 // over the question: it never covers a number
    readonly property var noticeTops: ({
            "home": 396,
            "services": 396,
            "confirm": 396
        })
    readonly property int edge: 3
    readonly property int hairline: 2
    readonly property int tight: 2
    readonly property int icon: 50
    readonly property int dot: 22
    readonly property real pressedScale: 0.985
    readonly property real looseLine: 1.25
    readonly property real faint: 0.14
    readonly property real pale: 0.4

    // access bar and foot
    readonly property int accessBar: 220
    readonly property int accessTop: 28
    readonly property int accessHeight: 160
    readonly property int accessButton: 132
    readonly property int helpButton: 204
    readonly property int accessIcon: 60
    readonly property int accessIconTop: 18
    readonly property int accessText: 36
    readonly property int footTop: 1820
    readonly property int footHeight: 80
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
    readonly property int backButton: 248
    readonly property int halfButton: 480
    readonly property int chip: 118
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

    // step line
    readonly property int stepHeight: 76
    readonly property int stepDisc: 44
    readonly property int stepBar: 10
    readonly property int stepText: 38
}
