"""The visit as a value: which page stands on the screen and everything that may be shown on it.

Knows no Qt, no HTTP, no device, no clock: time comes in with events (monotonic seconds), ids come in with events.
Personal data is only ever in the fields of a visit that `leaving.PRIVATE` names, in `IdleWarning.kept` while nothing
personal may be shown, and in the events that bring it; dropping the visit wipes it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.glass import Glass
from kiosk.session.hearing import Hearing
from kiosk.session.modes import Modes
from kiosk.session.shown import CodeVisit
from kiosk.values import Hushed, Value, field

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Catalogue, ItemView
    from hall_server.contract.licence_visits import LicencesFound
    from hall_server.contract.messages import HallNow, TicketView
    from hall_server.contract.vocabulary import Chip
    from kiosk.codes.words import AnyReason
    from kiosk.session.behalf import Behalf
    from kiosk.session.corner import Corner, Gate
    from kiosk.session.drilling import Drill
    from kiosk.session.floor import Floor
    from kiosk.session.helping import Help
    from kiosk.session.journey import Way
    from kiosk.session.phone import Phone
    from kiosk.session.playlist import Slide
    from kiosk.session.self_test_words import Workshop
    from kiosk.session.setup_words import Setup

ELDER_AGE = 65  # definitions.md 17
MOUTHS = ("slot", "reader", "scanner")  # below the glass, left to right as the machine was built
LARGE_AGE = 60  # 大字 is offered, never switched on by itself


class Rules(Value, frozen=True):
    """How patient this machine is, in seconds, and what it counts (definitions.md 2 and 17; ui.md 1.3, K5 to K20)."""

    idle_s: float = 60.0
    form_s: float = 90.0  # instead of `idle_s` while a form is open or pages are scanned (ui.md 1.3)
    warning_s: float = 30.0
    ticket_s: float = 15.0  # UI-K10
    answer_s: float = 30.0  # UI-K20p 记下了 and "did the slip come out"
    refusal_s: float = 20.0  # what is wrong with a code, and what helps
    rating_s: float = 20.0  # UI-K31: no answer is 未评价, never one of the five
    thanks_s: float = 6.0
    state_s: float = 20.0  # how a ticket stands whose slip was shown
    cleared_s: float = 2.0  # UI-K19
    card_left_s: float = 60.0  # a card that nobody takes back: staff are told
    starting_s: float = 10.0  # without a catalogue for so long: UI-K21
    mine_s: float = 1.2  # before UI-K8: so long the hall may think about numbers that somebody holds already
    hall_s: float = 10.0  # no word from the runner about a ticket asked for
    printer_s: float = 25.0  # no word from the runner about a slip; every driver gives up sooner
    same_touch_s: float = 0.4  # a second touch on the same thing is a finger that trembles
    same_key_s: float = 0.12  # but 11 is typed with two quick ones
    typed_shown_s: float = 2.0  # UI-K6: what is typed stands readable for so long, then only its last four
    card_failures: int = 3
    elder_age: int = ELDER_AGE
    large_age: int = LARGE_AGE


class Page(StrEnum):
    """Screens of this machine, by their ids in the interface plan (UI-K1 …)."""

    STARTING = "starting"  # UI-K0
    HOME = "home"  # UI-K1
    SERVICES = "services"  # UI-K3 and K4
    SITUATION = "situation"  # UI-K12: one plain question that narrows what to bring
    PRECHECK = "precheck"  # UI-K12: what to bring, what need not be brought
    SEARCH = "search"  # UI-K14s: items by first letters
    GUIDES = "guides"  # UI-K14: which guide
    GUIDE = "guide"  # UI-K14d: one item
    BUNDLE = "bundle"  # UI-K34: a question of a bundle 一件事
    LEAF = "leaf"  # UI-K34: what it comes to
    PLAN = "plan"  # UI-K23: several items as one visit
    MORE = "more"  # 别的事: what the first page in 大字 has no room for
    ELSEWHERE = "elsewhere"  # UI-K36: what this machine cannot do, and where else
    ANY_HOUR = "any_hour"  # UI-K37: what can be done at any hour
    LINKS = "links"  # UI-K38: places on the net
    LINK = "link"  # UI-K38: one of them, as a code to take along
    CARD = "card"  # UI-K5
    NUMBER = "number"  # UI-K6: an identity number at a pad
    RELATION = "relation"  # UI-K7: for whom, by what right
    PRINCIPAL = "principal"  # UI-K7: the other one's card
    LETTER = "letter"  # UI-K7: the letter of attorney, looked at or to be brought
    COMPANY = "company"  # UI-K32: the code of an organisation, at a pad
    CONSENT = "consent"  # UI-K25
    HAS_TICKET = "has_ticket"  # UI-K16: a number that the visitor holds already
    REFERRAL = "referral"  # UI-K33: another hall does this
    CONFIRM = "confirm"  # UI-K8
    PHONE = "phone"  # UI-K35: a telephone to be told by, at a pad
    CHECKING = "checking"  # a code was shown: the hall is asked what it stands for
    BOOKINGS = "bookings"  # several bookings are due: which one
    TICKET_STATE = "ticket_state"  # a slip was shown: how its ticket stands
    CODE_REFUSED = "code_refused"  # a code that does not work here, and what does
    PRINTING = "printing"  # UI-K9
    TICKET = "ticket"  # UI-K10
    PAPER_OUT = "paper_out"  # UI-K20p: the printer said no; the number stands on the screen
    ASK_SLIP = "ask_slip"  # the printer is mute: nobody can tell whether the slip came out
    PROGRESS = "progress"  # UI-K13: card, number or slip
    CASE_NUMBER = "case_number"  # UI-K13: the number at a pad
    CASES = "cases"  # UI-K13: several, which one
    CASE = "case"  # UI-K13: one in five steps
    CERTIFICATE_CARD = "certificate_card"  # UI-K15: whose
    CERTIFICATE_CONSENT = "certificate_consent"  # UI-K25: may they be looked up
    CERTIFICATES = "certificates"  # UI-K15a: which
    CERTIFICATE = "certificate"  # UI-K15b: a look at it, and how many
    CERTIFICATE_PAPER = "certificate_paper"  # UI-K15c: the job
    CERTIFICATE_PHONE = "certificate_phone"  # UI-K15: 发到手机
    APPLY = "apply"  # UI-K26: what applying here is, a yes; and while the city is asked
    APPLY_CARD = "apply_card"  # UI-K26: who applies
    APPLY_MATERIALS = "apply_materials"  # UI-K26: what is there, what is missing
    APPLY_SCAN = "apply_scan"  # UI-K26: pages of one material
    APPLY_BLACKEN = "apply_blacken"  # UI-K26: parts of a page are made black
    APPLY_FORM = "apply_form"  # UI-K27: the form, filled beforehand
    APPLY_FIELD = "apply_field"  # UI-K27: one field of it
    APPLY_DELIVERY = "apply_delivery"  # UI-K27: how the result comes
    APPLY_CHECK = "apply_check"  # UI-K27: a last look
    APPLY_SENDING = "apply_sending"  # UI-K28
    APPLY_RECEIPT = "apply_receipt"  # UI-K28: 收件凭证
    HELP = "help"  # UI-K17
    STAFF_PIN = "staff_pin"  # UI-K24, before the PIN
    STAFF = "staff"  # UI-K24
    STAFF_FIND = "staff_find"  # UI-K24: which number, by its digits or its slip
    STAFF_NUMBER = "staff_number"  # UI-K24: that number, to cancel or to put first
    SELF_TEST = "self_test"  # UI-T3: behind the technician's PIN
    BENCH = "bench"  # the technician's other pages
    TOUCH_GRID = "touch_grid"  # UI-T3: crosses to touch
    GLASS_LOOK = "glass_look"  # UI-T4: cards to judge the glass by
    WAY = "way"  # UI-T5: the way to the hall
    LOG = "log"  # UI-T6: what this kiosk has logged
    LOG_SEARCH = "log_search"  # UI-T6: what is looked for in it
    LOG_STICK = "log_stick"  # UI-T6: a copy on a stick
    SOUNDS = "sounds"  # UI-T3: left, right, and what was heard
    UPGRADE = "upgrade"  # UI-T7: slots, and the version before
    SETTINGS = "settings"  # UI-T8
    SETUP = "setup"  # UI-T2: 装机向导, before this machine is a kiosk
    DRILL = "drill"  # UI-T9: which fault is played
    WAYS = "ways"  # 别的办法, from UI-K17
    REMOTE = "remote"  # UI-K29: a person of the city, in words
    COMPLAINT = "complaint"  # UI-K30: 投诉、办不成事、建议
    RATING = "rating"  # UI-K31: a slip of today was shown whose ticket is done, and 评一评 was touched
    BUSY = "busy"  # UI-K20s: the hall does not answer; says where a person is
    CLEARED = "cleared"  # UI-K19
    OUT_OF_SERVICE = "out_of_service"  # UI-K21


class CardStep(StrEnum):
    """What UI-K5 says about the card on the glass."""

    WAITING = "waiting"  # 请把身份证放在读卡区
    READING = "reading"  # 正在读，别拿开
    TRY_AGAIN = "try_again"  # 没读到，请放平再试
    WRONG_CARD = "wrong_card"  # 这不是身份证
    OTHER_WAY = "other_way"  # three failures: take a number without a card, or ask a person
    EXPIRED = "expired"  # read, but out of date: the warning stands on UI-K8, a number is given all the same
    TAKE_BACK = "take_back"  # 请取回身份证


class Person(Hushed, Value, frozen=True):
    """The visitor, as far as this visit needs: the full number never leaves the device value it came in."""

    pseudonym: str  # keyed, 32 hex characters (definitions.md 9)
    name_mask: str  # 陈*明
    number_mask: str  # last four
    age: int | None
    card_expired: bool = False
    hkmo: bool = False  # by a document for residents of Hong Kong and Macau (CL-G5)
    region: str = ""  # where an identity card's number was first given, for the hall to judge (CL-A9)

    def __repr__(self) -> str:
        return "Person(hidden)"


class IdleWarning(Value, frozen=True):
    """UI-K18 您还在吗？: `ends_at` is when the visit is wiped (monotonic seconds).

    What is personal is kept here, out of the visit, so that no page can show it under the warning.
    """

    ends_at: float
    kept: Visit | None = None
    again: bool = False  # asked a second time, shortly before the end

    @property
    def person(self) -> Person | None:
        """Who is being asked, if anybody is known."""
        return None if self.kept is None else self.kept.person


class Visit(Value, frozen=True):
    """One visitor's visit, from the first touch to the wipe."""

    started_at: float
    item: ItemView | None = None
    theme: str = ""  # "" = 常办
    list_page: int = 0  # counts on; the page shows it modulo the number of pages
    without_card: bool = False  # 没带证 was pressed: not asked again in this visit
    person: Person | None = None
    more_items: tuple[ItemView, ...] = ()  # besides `item`, in the same number
    bundle: str = ""  # 一件事 that they belong to
    adding: bool = False  # one more is being looked for, for the same number
    bring: tuple[str, ...] | None = None  # what the check of materials left to bring; None: not checked here
    chips: frozenset[Chip] = frozenset()
    way: Way | None = None  # how far on a journey beside taking a number
    talk: Way | None = None  # 远程帮办, which goes on while the visitor does something else
    offer_large: bool = False  # old enough for 大字, and not asked before: 字要大一点吗？
    for_other: bool = False
    lives_here: bool = False  # 在本区居住, as the visitor says (CL-A9)
    behalf: Behalf | None = None  # for whom
    phone: Phone | None = None  # to be told by; left by the visitor, who need not
    correlation: str = ""  # the one id of this visit, once something of it is kept (CL-H4)
    consented: bool | None = None  # to licences being looked for; None: not asked
    licences: LicencesFound | None = None  # what came of it
    licences_away: bool = False  # they could not be looked for
    mine: tuple[TicketView, ...] = ()  # numbers of today that the visitor holds already
    mine_look: str = ""  # what the hall was asked about them under
    mine_until: float | None = None  # so long the next page waits for the answer; None: nothing is awaited
    mine_then: Page | None = None  # the page that waits
    mine_shown: bool = False
    card_step: CardStep = CardStep.WAITING
    card_failures: int = 0
    card_read_at: float | None = None  # on a page that does not ask for one: said for a moment
    ticket_id: str = ""  # the UUID made before anything else; "" again when the hall said no
    ticket: TicketView | None = None
    fault: str = ""  # reason code behind PAPER_OUT, ASK_SLIP, BUSY and a number without a slip on TICKET
    code: CodeVisit = field(default_factory=CodeVisit)
    seen: TicketView | None = None  # of another visit: the one behind a slip that was shown, on TICKET_STATE
    refusal: AnyReason | None = None  # behind CODE_REFUSED
    refused_on: Page = Page.HOME  # where its page leads back to


class Devices(Value, frozen=True):
    """Which boxes can be used now; a missing one changes what is offered, never ends the service."""

    card_reader: bool = False
    printer: bool = False
    scanner: bool = False
    speaker: bool = False  # and it speaks
    printer_reason: str = ""
    page_printer: bool = False  # A4
    page_printer_reason: str = ""
    document_scanner: bool = False
    document_scanner_reason: str = ""


class Session(Value, frozen=True):
    """Everything the kiosk's screen depends on."""

    page: Page = Page.STARTING
    now: float = 0.0  # monotonic seconds of the newest event
    last_touch: float = 0.0
    last_pressed: str = ""  # what was touched last; the same again within `same_touch_s` is ignored
    hall: HallNow | None = None
    heard_at: float = 0.0  # when the hall said so, monotonic seconds
    catalogue: Catalogue | None = None
    online: bool = False
    devices: Devices = field(default_factory=Devices)
    card_on_glass: bool = False
    visit: Visit | None = None
    warning: IdleWarning | None = None
    page_ends_at: float | None = None  # when the page leaves by itself (UI-K10: 15 s, UI-K20p: 30 s)
    help: Help | None = None  # a call for help that is under way, of whatever visit
    help_from: Page = Page.HOME  # where 我继续自己办 on UI-K17 goes back to
    kiosk_id: str = ""  # by which the hall knows this machine among the places that can do something
    rules: Rules = field(default_factory=Rules)
    modes: Modes = field(default_factory=Modes)
    hearing: Hearing = field(default_factory=Hearing)

    glass: Glass = field(default_factory=Glass)  # the panel in millimetres
    landscape: bool = False  # how the panel hangs
    always_low: bool = False  # so high that everybody needs 往下移
    gate: Gate | None = None  # of the staff's corner; None: no PIN was set, and nothing opens it
    corner: Corner | None = None  # which is open
    workshop: Workshop | None = None  # the technician's pages stand
    setup: Setup | None = None  # 装机向导 stands
    drill: Drill | None = None  # a fault is played: this is not how the kiosk is
    paused: bool = False  # 暂停服务, by staff
    playlist: tuple[Slide, ...] = ()  # what is shown while nobody is there
    attended: bool = True  # somebody of the hall is near while it is open
    floor: Floor | None = None  # where the service desk is; None: nobody has said
    mouths: tuple[str, ...] = MOUTHS

    def current_visit(self) -> Visit:
        """The visit, or an empty one that begins now."""
        return self.visit or Visit(started_at=self.now)
