// Where things stand on single pages, in pixels of the 1080 × 1920 panel. What pages share is in Metrics.
pragma Singleton
import QtQuick

QtObject {
    // first page
    readonly property int idlePictureTop: Form.pick(150, 120)
    readonly property int idlePictureEnd: Form.pick(Form.large ? 1000 : 1150, Form.large ? 420 : 520)
    readonly property real sway: 3 // degrees
    readonly property int swayTime: Theme.breath
    readonly property int greetingTop: Form.pick(184, 176)
    readonly property int branchTop: 470
    readonly property int branchOut: 60
    readonly property int heroRoomy: 250
    readonly property int heroWellLow: 120
    readonly property int heroIconLow: 84
    readonly property int tileRoomy: 200
    readonly property int tileWide: 700
    readonly property int tileWellLow: 92
    readonly property int tiles: 488
    readonly property int hallLineBrief: 64
    readonly property int cardIconLow: 88
    readonly property int chevronsLow: 76
    readonly property int questionTop: 290
    readonly property int hallLineTop: 430
    readonly property int hallLine: 100
    readonly property int hallGap: 30
    readonly property int hero: 280
    readonly property int heroWell: 184
    readonly property int heroIcon: 128
    readonly property int heroTilt: -12
    readonly property int offlineSlip: Form.latin ? 236 : 204
    readonly property int slipTilt: 5
    readonly property int heroGap: 44
    readonly property int heroTitle: Form.large ? 108 : 92
    readonly property int heroArrow: 104
    readonly property int heroArrowIcon: 56
    readonly property int tile: 232
    readonly property int tileTop: 864
    readonly property int tileWidth: 480
    readonly property int tilePadding: 32
    readonly property int tileWell: 120
    readonly property int tileIcon: 72
    readonly property int tileTitle: 54
    readonly property int cardStripTop: 1376
    readonly property int cardStrip: 190
    readonly property int cardIcon: 124

    // 自检
    readonly property int factsTop: Form.pick(388, Metrics.contentTop)
    readonly property int boxRoomy: Form.large ? 210 : 130
    readonly property int boxMost: 200
    readonly property int boxWide: 440
    readonly property int boxTall: 150
    readonly property int boxColumns: Form.landscape && (Form.low || Form.large) ? 3 : 2
    readonly property int boxColumnsMany: Form.large && !Form.landscape ? 2 : 3
    readonly property int boxesInTwo: 8
    readonly property int heardLines: Form.pick(2, 1)
    readonly property int passphraseColumns: Form.large && !Form.landscape ? 3 : 5

    // 画面
    readonly property int rulerMarks: 10
    readonly property int swatches: 8
    readonly property list<int> blurs: [64, 16, 8] // pixels that a sign is drawn with: sharp, weak, very weak
    readonly property real blurShare: 0.8
    readonly property int adviceLine: 60
    readonly property int adviceLetters: 21
    readonly property int adviceLettersLatin: 44
    readonly property int cross: 56
    readonly property int soundLine: 170
    readonly property int lampRow: Form.large ? 240 : Form.pick(166, 228)
    readonly property int meaningLines: Form.pick(5, Form.large ? 8 : 7)
    readonly property int shortPad: 2 * Metrics.keyMost + Metrics.keyGap
    readonly property int slotRow: Form.large ? 270 : Form.pick(230, 300)
    readonly property int lampRows: Form.large ? Form.pick(5, 4) : 6
    readonly property int logLine: Form.large ? 240 : Form.pick(180, 128)
    readonly property int logWhen: Form.large ? 420 : 330
    readonly property int logSearch: Form.large ? 190 : 220
    readonly property int cardTop: Form.pick(Form.latin || Form.large ? 430 : 388, Metrics.contentTop)
    readonly property int readEnd: Form.pick(1412, 728) // above the actions
    readonly property int setupTop: Form.pick(430, Metrics.contentTop)
    readonly property real setupArtShape: 1.6
    readonly property int setupBox: Form.large ? 260 : boxMost
    readonly property int setupQr: Form.pick(280, 260)

    // list of items; heights as in kiosk.viewmodels.services, which a test compares
    readonly property bool listBrief: Form.large || Form.low // tabs are words alone
    readonly property bool searchAmongTabs: Form.low || Form.landscape
    readonly property int listTab: Form.low || Form.large && Form.landscape ? 88 : Form.large ? 100 : 140
    readonly property int listRow: !Form.low ? Metrics.row : Form.large ? 150 : Form.pick(88, 100)
    readonly property int listGap: Form.low && !Form.landscape && !Form.large ? 12 : 20
    readonly property int search: 98
    readonly property int searchIcon: 52
    readonly property int searchSample: 118
    readonly property int searchSampleHeight: 60
    readonly property int searchKeys: 130
    readonly property int keysIcon: 60
    readonly property int tabGap: Form.low && !Form.landscape ? 12 : 20
    readonly property int tabPetal: 48
    readonly property int tabIcon: 66
    readonly property int tabText: Form.large ? 56 : 44
    readonly property int tileColumns: Form.large ? 2 : Form.low && Form.landscape ? 6 : 4
    readonly property int tileRows: Form.large ? Form.low ? 2 : 3 : Form.low && Form.landscape ? 3 : 4
    readonly property int rowPetal: 64
    readonly property int rowPadding: 32
    readonly property int rowArrow: 44
    readonly property int bundleSign: 64
    readonly property int itemName: Form.large ? 56 : Form.pick(46, 42)
    readonly property int titleLetters: Form.pick(24, 28) // of a title in its usual size
    readonly property int titleLettersLatin: 54
    readonly property int takeAway: Form.large ? 180 : 210
    readonly property int nameShort: 16 // letters of a name that stands in one line with what else is said
    readonly property int nameLinesMost: 3
    readonly property int nameRuler: 100 // px at which a name's width is taken
    readonly property real nameLeading: 1.17 // two lines of a name at the floor stand in the lowest row
    readonly property real nameOneLine: 1.45 // of its size: the height of one line
    readonly property real nameHardlyMore: 1.67
    readonly property int versionSigns: 6
    readonly property int nameLines: Form.large ? 3 : 2
    readonly property int waitMark: Form.large ? 326 : Form.low ? 236 : 276
    readonly property int pagerShort: Form.large ? 208 : Form.pick(172, 220)
    readonly property int backShort: Form.large ? 236 : Form.pick(196, 248)

    // several items in one number
    readonly property int planFacts: Form.pick(348, 270)
    readonly property int addItem: Form.large ? 208 : Form.pick(236, 248)

    // what this machine cannot do, and places on the net
    readonly property int nearPlace: Form.large ? 112 : 96
    readonly property int linkQr: Form.pick(520, 400)

    // card page
    readonly property int cardArt: 214
    readonly property int waysBack: Form.pick(196, 248)
    readonly property int waysText: Form.large ? 50 : Metrics.textLabel
    readonly property int desk: 984
    readonly property int deskHeight: 316
    readonly property int deskTop: 240
    readonly property int deskLit: 48
    readonly property int deskLabel: 38
    readonly property real deskWide: 0.4
    readonly property real deskNarrow: 0.25

    // check page
    readonly property int person: 124
    readonly property int personWell: 124
    readonly property int personWellLow: 100
    readonly property int personIcon: 68
    readonly property int personName: 64
    readonly property int checkItem: Form.latin ? Metrics.textLabel : Form.pick(58, 48)
    readonly property int waitBox: Form.large ? 166 : 148
    readonly property int boxPadding: 32
    readonly property int boxGap: 64
    readonly property int boxRule: 120
    readonly property int value: 76
    readonly property int valueGap: 52
    readonly property int placeText: 56
    readonly property int placeLetters: 7 // of a place that fits beside the two figures

    readonly property int adviceStrip: 80

    // number pages
    readonly property int infoHigh: Form.pick(400, Metrics.contentTop)
    readonly property int infoRoomHigh: infoRoom + Metrics.contentTop - infoHigh
    readonly property int infoRoom: Metrics.pageEnd - Metrics.actionHeight - Tokens.kioskGap - Metrics.contentTop // above the buttons
    readonly property int ticketCard: 420
    readonly property int ticketNumberLeast: 140
    readonly property int ticketNumberShare: 460 // beside the pane, when the panel lies
    readonly property int ticketPaneShare: 620
    readonly property int paperNumberShare: 400
    readonly property int paperPaneShare: 740
    readonly property int slipStrip: Form.large ? 112 : 96
    readonly property int documentArt: 140
    readonly property int hkmoTile: Form.pick(232, 300)
    readonly property int askingArt: Form.pick(360, 260)
    readonly property int faultText: Form.large ? 64 : Form.pick(56, 48)
    readonly property int faultArt: Form.pick(400, 280)
    readonly property int ticketPadding: Form.pick(56, 32)
    readonly property int ticketNumber: 312
    readonly property int ticketPanePadding: Form.pick(40, 28)
    readonly property int ticketItem: Form.large ? 56 : 46
    readonly property int paperQr: Form.landscape ? 208 : Form.large ? 240 : 292

    // after a code was shown
    readonly property int bookingTop: 576
    readonly property int bookingRow: Form.large ? 232 : Form.pick(196, 168)
    readonly property int bookingTimes: Form.large ? 300 : Form.latin ? 260 : 236
    readonly property int bookingMark: 40
    readonly property int stamp: Form.pick(Form.large ? 180 : 240, 300)
    readonly property int stampNumber: 200
    readonly property real sentenceSlack: 1.3 // letters that a line of Chinese may leave empty
    readonly property int deskPicture: 336
    readonly property int deskPictureSigned: 180
    readonly property real deskPictureShape: 1.6
    readonly property real deskPictureSign: 0.784
    readonly property int refusalTop: 400
    readonly property int refusalPanel: 588
    readonly property int refusalIcon: 150
    readonly property int refusalDesk: 1004

    // 查进度
    readonly property int caseStep: Form.large ? 76 : 64
    readonly property int planCode: 240
    readonly property int planCodeLeast: 170
    readonly property int caseDisc: Form.large ? 60 : 52

    // another hall
    readonly property int referralLabel: Form.large ? 180 : Form.latin ? 150 : 130

    // 远程帮办
    readonly property int talk: Form.low ? Form.pick(328, 208) : Form.pick(420, 300)
    readonly property int talkTyping: Form.large ? 180 : 124 // one bubble
    readonly property int talkCode: Form.pick(190, 160)
    // 评一评
    readonly property int ratingGap: 12
    readonly property int ratingFace: Form.low ? 120 : Form.pick(104, 84)
    readonly property int ratingStar: Form.low ? 24 : Form.pick(44, 40)
    // 看材料
    readonly property int countFigure: Form.pick(124, 112)
    readonly property int materialDrawn: 208
    readonly property int materialDrawnIcon: 184
    readonly property int materialWell: Form.large ? 136 : Form.pick(104, 96)
    readonly property int material: materialWell - 16
    readonly property int materialTick: 40
    readonly property int materialSign: 36
    readonly property real materialShare: 0.4
    readonly property int tickBox: Form.large ? 40 : 30
    readonly property int searchPad: 440

    // 打印证明
    readonly property int certificatePreview: Form.pick(Form.large ? 380 : 480, 470)
    readonly property int certificateQr: Form.pick(560, 440)
    readonly property int skeletonRows: 3

    // 在这台机器上办
    readonly property int scanPicture: Form.pick(Form.large ? 440 : 520, Form.large ? 330 : 400)
    readonly property int scanIcon: 160
    readonly property real sheetShape: 1.414 // A4: its height to its width
    readonly property int scanTile: 168
    readonly property int scanLook: 200 // ms between two pictures
    readonly property int fieldName: Form.large ? 240 : Form.latin ? 220 : 180

    // plain pages
    readonly property int plainArtTop: 620
    readonly property int plainBlossom: 420
    readonly property int plainText: 52
    readonly property int printingCard: Form.pick(480, 300)
    // 请人帮忙
    readonly property int whoWell: 112
    readonly property int hotline: 160
    readonly property int mapYou: 64
    readonly property int mapYouRing: 84
    readonly property int mapDot: 16
    readonly property int mapDesk: 96
    readonly property int mapArrow: 64
    readonly property int mapMargin: Form.low ? 64 : 72
    readonly property int mapFoot: 124
    readonly property int minute: 60 // seconds
    readonly property int inSeconds: 90 // longer ago is told in minutes
    readonly property int urgentMark: Form.pick(120, 84)
    readonly property int urgentWords: Form.pick(88, 68)
    readonly property int thanksArt: Form.pick(420, 300)
    readonly property int eighth: 45 // degrees
    readonly property int timeoutButtons: 720
    readonly property int timeoutTop: Form.pick(Form.large ? 300 : 560, 96)
    readonly property int minuteS: 60 // seconds
    readonly property int selfTestColumns: Form.landscape ? 2 : 3
}
