"""What may happen to a visit: touches, cards, codes, answers of the hall and of the printer, and time.

Every event carries `at`, monotonic seconds of this machine. Ids that must be fresh come in with the event that needs
them, so that a visit can be replayed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.hearing import AloudEvent
from kiosk.session.journey import JourneyEvent
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from hall_server.contract.bookings import BookingView
    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.messages import HallNow, TicketView
    from hall_server.contract.visits import Referral
    from kiosk.session.shown import Shown
    from kiosk.session.state import Devices, Person


class Touch(StrEnum):
    """Buttons without words of their own."""

    TAKE_A_NUMBER = "take_a_number"  # 取号办事
    FROM_HONG_KONG = "from_hong_kong"  # 港澳居民
    BACK = "back"
    PREVIOUS_LIST_PAGE = "previous_list_page"  # 上一页
    NEXT_LIST_PAGE = "next_list_page"
    SEARCH = "search"  # 搜事项: the guides' own page
    NOT_SURE = "not_sure"  # 不清楚？取综合号
    BROUGHT = "brought"  # 带了，接着取号
    LACKING = "lacking"  # 没带齐
    WITHOUT_CARD = "without_card"
    TYPE_NUMBER = "type_number"  # 输号码, instead of the card
    OTHER_PAD = "other_pad"  # letters, or digits only
    TYPED = "typed"  # 确定, on a page with a pad
    FOR_OTHER = "for_other"
    SCAN_LETTER = "scan_letter"  # 放上去看一看: the letter of attorney
    LIVES_HERE = "lives_here"  # 我住在本区
    AGREE = "agree"  # 同意
    DECLINE = "decline"  # 不同意
    REPRINT = "reprint"  # 再打一张小票, 打引导单
    DROP_NUMBER = "drop_number"  # 不要这个号了
    PRINT_NUMBER = "print_number"  # 取号
    FINISH = "finish"  # 好了，结束
    ANOTHER_ITEM = "another_item"  # 还要办别的
    NOTED = "noted"  # 记下了
    PUT_FIRST = "put_first"  # 请优先, by staff
    GIVE_UP_NUMBER = "give_up_number"  # 取消
    SLIP_CAME = "slip_came"  # asked after a mute print: 小票出来了
    SLIP_DID_NOT_COME = "slip_did_not_come"
    STILL_HERE = "still_here"  # 我还在，继续办
    HELP = "help"
    HELP_NOT_NEEDED = "help_not_needed"  # 不用了
    TO_STICK = "to_stick"  # 存到 U 盘, by the technician
    BENCH = "bench"  # 工具, by the technician
    STAFF = "staff"  # the crest was held for three seconds: staff want in
    CHECK_IN = "check_in"  # 预约报到
    PRINT_RECORD = "print_record"  # 打印证明
    TRACK_CASE = "track_case"  # 查进度
    TYPE_CASE = "type_case"  # 输受理编号
    PRINT_LIST = "print_list"  # 打印清单: a guide, or what to bring
    PRINT_CASE = "print_case"  # 打印这一页
    LOOK_UP = "look_up"  # 同意，查一查
    PRINT_PAGES = "print_pages"  # 打印, on A4
    TO_PHONE = "to_phone"  # 发到手机
    GUIDES = "guides"  # 办事指南
    RATE = "rate"  # 评一评
    OTHER_WAYS = "other_ways"  # 别的办法, on UI-K17
    REMOTE_HELP = "remote_help"  # 问远处的工作人员
    SHARE_SCREEN = "share_screen"  # 给工作人员看
    COMPLAIN = "complain"  # 投诉、提意见
    SEND = "send"  # 送出
    WITHOUT_WORDS = "without_words"  # 只记下是哪一类
    SKIP = "skip"  # 不评了，直接走
    TEXT_ME = "text_me"  # 发短信告诉我
    OTHER_PHONE = "other_phone"  # 换一个号
    NO_TEXTS = "no_texts"  # 不用发了
    ANY_HOUR = "any_hour"  # 24 小时可办
    LINKS = "links"  # 网上办、中介
    ONLINE = "online"  # 网上办 of one item
    ADD_ITEM = "add_item"  # 再加一件
    MORE = "more"  # 别的事: the rest of the first page's choices
    APPLY = "apply"  # 在这台机器上申办
    TRY_AGAIN = "try_again"  # 再试一次, 从头再来
    TAKE_PAGE = "take_page"  # 拍这一页
    RETAKE_PAGE = "retake_page"  # 重拍
    DROP_PAGE = "drop_page"  # 不要这页
    PAGE_FORWARD = "page_forward"  # 往前放
    TURN_PAGE = "turn_page"  # 转一转
    BLACKEN = "blacken"  # 涂黑; on its page 涂这一行
    BAND_UP = "band_up"  # 往上, to the line above
    BAND_DOWN = "band_down"
    UNDO = "undo"  # 撤回
    LEAVE_OUT = "leave_out"  # 不对，先空着
    AS_FOUND = "as_found"  # 对的，就用它


class Touched(Value, frozen=True):
    """A button was touched."""

    at: float
    touch: Touch
    fresh_id: str = ""  # a new UUID, used by PRINT_NUMBER


class Choice(StrEnum):
    """What one of several is chosen of; the value beside it says which."""

    THEME = "theme"  # of the catalogue; "" = 常办
    ITEM = "item"  # a row of UI-K4, by the item's id
    BUNDLE = "bundle"  # 一件事, by its id
    ORDER = "order"  # of the guides: 常办, by theme, by letter
    GROUP = "group"  # a theme or a letter of the guides
    ANSWER = "answer"  # to a plain question; "" = 不清楚
    CHIP = "chip"  # a wish on UI-K8, on or off
    BOOKING = "booking"  # one of several that are due
    STAFF = "staff_act"  # what staff do behind their PIN
    DRILL = "drill"  # a fault that is played
    BOX = "box"  # 试一下, by the technician
    TOOL = "tool"  # one of the technician's pages
    LEVEL = "level"  # of what was logged: all, what to look at, faults
    SPOT = "spot"  # of the touch grid: how far off, "right,down" in pixels of the layout
    SOUND = "sound"  # of the loudspeaker's test: a side, or words
    HEARD = "heard"  # what was heard of it, or the level
    SETTING = "setting"  # of this machine, by its key, by the technician
    VERSION = "version"  # of this program, by the technician
    REASON = "reason"  # why somebody goes first
    MODE = "mode"  # 大字, 高对比, 往下移, 朗读: on or off
    LANGUAGE = "language"
    KNOB = "knob"  # of 朗读: louder, slower, picture off …
    PHRASE = "phrase"  # a ready one, in 远程帮办
    CATEGORY = "category"  # of complaints, by its code in the hall's table
    SENTENCE = "sentence"  # a ready one, on or off
    OTHER_WAY = "other_way"  # 视频办, 上门办
    RELATION = "relation"  # by what right somebody acts for another
    REGION = "region"  # of a telephone number, by its country code
    TICKET = "ticket"  # one of several numbers that somebody holds
    CERTIFICATE = "certificate"  # a row of 打印证明, by its place in the list
    COPIES = "copies"  # 1 to 5
    CASE = "case"  # a row of 查进度, by its place in the list
    MATERIAL = "material"  # of an application, by its id
    SCANNED_PAGE = "scanned_page"  # from 1
    BLOT = "blot"  # a part of a page to blacken, in thousandths: left top right bottom
    FIELD = "field"  # of a form, by its id
    DELIVERY = "delivery"  # how the result comes; by post with the field of the address: post:address
    STARS = "stars"  # 5 非常满意 … 1 非常不满意
    SERVICE = "service"  # a self-service function, by its id
    LINK = "web_link"  # a place on the net, by its id
    TAKE_AWAY = "take_away"  # 拿掉 one of several items
    KEY = "key"  # of a pad: a sign, or what it does ("back", "clear", "look")


class Chosen(Value, frozen=True):
    """One of several was touched. `fresh_id`: a new UUID, for whatever may come of it."""

    at: float
    choice: Choice
    value: str
    fresh_id: str = ""


class Stirred(Value, frozen=True):
    """Somebody is there: the glass was touched where nothing of the visit changes (更多, a notice, an empty place)."""

    at: float


class CardReading(Value, frozen=True):
    """A card lies on the glass and is being read."""

    at: float


class CardRead(Hushed, Value, frozen=True):
    """The card was read; what this visit needs of it. `fresh_id`: a new UUID, for what the hall is asked then."""

    at: float
    person: Person
    fresh_id: str = ""  # without it bookings are not looked for

    def __repr__(self) -> str:
        return "CardRead(hidden)"


class CardUnreadable(Value, frozen=True):
    """Pulled away, or refused: `reason` is the reader's code."""

    at: float
    reason: str


class CardGone(Value, frozen=True):
    """Nothing lies on the glass any more."""

    at: float


class CodeShown(Value, frozen=True):
    """A code was held before the scanner and judged. `fresh_id`: a new UUID, for what the hall is asked then."""

    at: float
    shown: Shown
    fresh_id: str


class BookingsFound(Value, frozen=True):
    """The hall's answer to FindBookings or FindBooking under `look`; `hall_us` is its time."""

    at: float
    look: str
    bookings: tuple[BookingView, ...]
    hall_us: int


class TicketSeen(Value, frozen=True):
    """The hall's answer to FindTicket under `look`."""

    at: float
    look: str
    ticket: TicketView


class NothingFound(Value, frozen=True):
    """No answer to what was asked under `look`, or a no: `code` is a problem code or `hall_silent`."""

    at: float
    look: str
    code: str


class TicketReserved(Value, frozen=True):
    """There is a number, and it is RESERVED on disk here as well.

    One that was given without the hall has an id of its own; `instead_of` is then the id that the hall was asked under.
    """

    at: float
    ticket: TicketView
    instead_of: str = ""


class TicketRefused(Value, frozen=True):
    """The hall answered, and the answer is no: `code` is a problem code. No number was given."""

    at: float
    ticket_id: str
    code: str
    referral: Referral | None = None  # with `referred`: who takes the applicant


class HallSilent(Value, frozen=True):
    """No answer in time; whether a number was given is not known here, and the same id is asked again later."""

    at: float
    ticket_id: str


class SlipPrinted(Value, frozen=True):
    """The printer says that the slip of `ticket_id` is out."""

    at: float
    ticket_id: str


class SlipNotPrinted(Value, frozen=True):
    """The printer said no: no usable slip is out."""

    at: float
    ticket_id: str
    reason: str


class SlipUnknown(Value, frozen=True):
    """The printer is mute: nobody can tell."""

    at: float
    ticket_id: str
    reason: str


class TicketConfirmed(Value, frozen=True):
    """The hall knows what became of the slip; `ticket` is as it stands now (waiting, unconfirmed or void)."""

    at: float
    ticket: TicketView


class HallNews(Value, frozen=True):
    """A newer picture of the hall."""

    at: float
    hall: HallNow


class CatalogueCame(Value, frozen=True):
    """What can be offered."""

    at: float
    catalogue: Catalogue


class LinkChanged(Value, frozen=True):
    """The hall answers, or has stopped answering."""

    at: float
    online: bool


class DevicesChanged(Value, frozen=True):
    """A box came or went."""

    at: float
    devices: Devices


class Tick(Value, frozen=True):
    """Time passes; sent at least every half second."""

    at: float


TouchEvent = Touched | Chosen
CardSeen = CardReading | CardRead | CardUnreadable | CardGone
CodeEvent = CodeShown | BookingsFound | TicketSeen | NothingFound
HallAnswer = TicketReserved | TicketRefused | HallSilent | TicketConfirmed
SlipAnswer = SlipPrinted | SlipNotPrinted | SlipUnknown
WorldNews = HallNews | CatalogueCame | LinkChanged | DevicesChanged
Answer = CardSeen | CodeEvent | HallAnswer | SlipAnswer
Event = TouchEvent | Stirred | Answer | WorldNews | AloudEvent | JourneyEvent | Tick
