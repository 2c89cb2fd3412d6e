"""Sessions and events that the tests of the session machine share; all people are made up."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from msgspec import structs
from msgspec.structs import replace as changed

from devices.values.document_scanner import Verdict
from hall_server.contract.applications import ApplicationBegun, ApplicationReceipt
from hall_server.contract.bookings import BookingState, BookingView, Channel
from hall_server.contract.catalogue import Catalogue, ItemView, Material, SituationView
from hall_server.contract.certificates import Certificate
from hall_server.contract.city.applications import BoxKey
from hall_server.contract.city.licences import LicenceState
from hall_server.contract.city.links import Link
from hall_server.contract.city.progress import CaseState
from hall_server.contract.city.video import VideoState
from hall_server.contract.guides import AnswerView, BundleView, LeafView, PlaceView, QuestionView, ServiceView
from hall_server.contract.item_words import Hardware, Network, PlaceKind, ResultWay
from hall_server.contract.items import ReferralReason
from hall_server.contract.messages import HallNow, TicketView
from hall_server.contract.priority import AssistedTicket, PriorityCost
from hall_server.contract.progress_views import CaseView
from hall_server.contract.visits import MaterialNeed, Referral
from hall_server.contract.vocabulary import Delivery, Origin, TicketState
from hall_server.contract.voices import ComplaintCategory
from kiosk.codes.words import CodeReason
from kiosk.session.apply_words import ApplicationOpen, ApplicationTaken
from kiosk.session.certificate_words import CertificateHere, CertificateLinked, CertificatesCame
from kiosk.session.complaining import CategoriesFound
from kiosk.session.consent import Purpose, ask_consent
from kiosk.session.corner import Gate, PinJudged
from kiosk.session.corner_words import NumbersFound
from kiosk.session.events import (
    BookingsFound,
    CardGone,
    CardRead,
    CatalogueCame,
    Choice,
    Chosen,
    CodeShown,
    DevicesChanged,
    HallSilent,
    LinkChanged,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    TicketRefused,
    TicketReserved,
    TicketSeen,
    Touch,
    Touched,
)
from kiosk.session.links import LinksCame
from kiosk.session.log_words import LogEntry, LogRead
from kiosk.session.mine import MineFound
from kiosk.session.papers import PagesPrinted, PagesSeen
from kiosk.session.progress import CasesCame
from kiosk.session.remote import TalkStands
from kiosk.session.scans import PagesKept, ScanStarted
from kiosk.session.self_test import TRIED
from kiosk.session.self_test_words import Examined, Lamp, Seen
from kiosk.session.setting_up import begun
from kiosk.session.settings_words import Kind, Setting, SettingsSeen, Where
from kiosk.session.setup_words import Answers, SetupStep
from kiosk.session.shown import BookingShown, CodeRefused, PersonShown, SlipShown
from kiosk.session.state import CardStep, Devices, IdleWarning, Page, Person, Session, Visit
from kiosk.session.step import step
from kiosk.session.typing import Typed, begin_typing
from kiosk.session.upgrade_words import Slots, SlotsBook, SlotsSeen
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.effects import Effect
    from kiosk.session.events import Event

T0 = 1000.0
ID = "00000000-0000-4000-8000-000000000001"
OTHER_ID = "00000000-0000-4000-8000-000000000002"
YOUNG = Person(pseudonym="1" * 32, name_mask="陈*明", number_mask="1234", age=40)
OLD = Person(pseudonym="2" * 32, name_mask="李*", number_mask="5678", age=65)
BY_CODE = Person(pseudonym="4" * 32, name_mask="", number_mask="", age=None)
EXPIRED = Person(pseudonym="3" * 32, name_mask="王*", number_mask="9012", age=30, card_expired=True)
SOME_ITEM = ItemView(id="i05", name="社会保障卡挂失补换", theme="社会保障", queue="E")
PHOTO = Material("m_photo", "相片", tolerable=False)
PERMIT = ItemView(
    id="i01", name="居住证申领", pinyin="ju zhu zheng shen ling", initials="jzzsl", theme="社会保障", queue="E",
    online="https://portal.example/i01",
    materials=(PHOTO, Material("m_live", "居住证明", tolerable=False, issued_by_gov=True),
               Material("m_bank", "账户", tolerable=True)),
    situations=(SituationView("photo", "拍过吗？", (("yes", "拍过"), ("no", "没拍过")), (("m_photo",), ())),),
)  # fmt: skip
BUNDLE_VIEW = BundleView(
    id="b1", name="一件事", items=("i05", "i01"), first="q",
    questions=(QuestionView("q", "是吗？", (AnswerView("是", "two"), AnswerView("不是", "none"))),),
    leaves=(LeafView("two", ("i05", "i01"), "两件一起办"), LeafView("none", (), "不在这里办", ("别处",))),
)  # fmt: skip
GENERAL = ItemView(id="general", name="综合咨询", theme="其他", queue="A")
CATALOGUE = Catalogue(
    hall="demo", version="1", themes=("社会保障", "其他"), items=(SOME_ITEM, GENERAL, PERMIT), bundles=(BUNDLE_VIEW,)
)
ALL_WELL = Devices(card_reader=True, printer=True, scanner=True, speaker=True)
HALL = HallNow(
    hall="demo", hall_name="大厅", n=1, incarnation="one", at=1, business_day="2026-10-16", opens="09:00",
    closes="17:30", hotline="12345", waiting=0, wait=None, open_counters=1, queues=(), counters=(),
)  # fmt: skip


def ticket(ticket_id: str = ID, state: TicketState = TicketState.RESERVED) -> TicketView:
    return TicketView(
        id=ticket_id, label="A042", business_day="2026-10-16", queue="E", item="i05", item_name="社会保障卡挂失补换",
        state=state, origin=Origin.ONLINE, delivery=Delivery.NONE, taken_at=1, n=1,
    )  # fmt: skip


BOOKING_ID = "00000000-0000-4000-8000-0000000000b1"
LOOK = "00000000-0000-4000-8000-0000000000f1"
NOON = 1_792_000_000_000_000  # of the hall, microseconds
MINUTE = 60_000_000


def booking(
    number: int = 1, queue: str = "E", in_min: int = 0, state: BookingState = BookingState.BOOKED, ticket_id: str = ""
) -> BookingView:
    """A booking whose slot begins so many minutes after noon; check-in from half an hour before."""
    starts = NOON + in_min * MINUTE
    return BookingView(
        id=f"{BOOKING_ID[:-1]}{number}", queue=queue, item="i05", item_name="社会保障卡挂失补换", day="2026-10-16",
        starts_at=starts, ends_at=starts + 30 * MINUTE, state=state, channel=Channel.CITY, made_at=1,
        check_in_from=starts - 30 * MINUTE, on_time_until=starts + 10 * MINUTE, check_in_until=starts + 40 * MINUTE,
        cancel_until=starts - 60 * MINUTE, ticket=ticket_id,
    )  # fmt: skip


def shows(person: Person = BY_CODE, look: str = LOOK, at: float = T0) -> CodeShown:
    """A signed code of theirs is held before the scanner."""
    return CodeShown(at, PersonShown(person), look)


def found(*bookings: BookingView, look: str = LOOK, at: float = T0) -> BookingsFound:
    return BookingsFound(at, look, bookings, NOON)


def played(session: Session, *events: Event) -> tuple[Session, list[Effect]]:
    """The session after the events, and all their effects."""
    done: list[Effect] = []
    for event in events:
        session, effects = step(session, event)
        done.extend(effects)
    return session, done


def after(session: Session, *events: Event) -> Session:
    return reduce(lambda before, event: step(before, event)[0], events, session)


def touch(name: Touch, at: float = T0, fresh_id: str = ID) -> Touched:
    return Touched(at, name, fresh_id)


OFFLINE = after(Session(gate=Gate()), DevicesChanged(T0, ALL_WELL), CatalogueCame(T0, CATALOGUE))
HOME = after(OFFLINE, LinkChanged(T0, online=True))
SERVICES = after(HOME, touch(Touch.TAKE_A_NUMBER))
SITUATION = after(SERVICES, Chosen(T0, Choice.ITEM, "i01"))
PRECHECK = after(SITUATION, Chosen(T0, Choice.ANSWER, "no"))
SEARCH = after(SERVICES, touch(Touch.SEARCH), Chosen(T0, Choice.KEY, "J"))
GUIDES = after(HOME, touch(Touch.GUIDES), Chosen(T0, Choice.ORDER, "letter"))
BUNDLE = after(HOME, touch(Touch.GUIDES), Chosen(T0, Choice.ORDER, "bundle"), Chosen(T0, Choice.BUNDLE, "b1"))
LEAF = after(BUNDLE, Chosen(T0, Choice.ANSWER, "0"))
PLAN = after(LEAF, touch(Touch.TAKE_A_NUMBER))
GUIDE = after(HOME, touch(Touch.GUIDES), Chosen(T0, Choice.ITEM, "i01"))
CARD = after(SERVICES, Chosen(T0, Choice.ITEM, "i05"))
CONFIRM = after(CARD, CardRead(T0, YOUNG), CardGone(T0))
ASKING = after(CONFIRM, touch(Touch.PRINT_NUMBER))
PRINTING = after(ASKING, TicketReserved(T0, ticket()))
TICKET = after(PRINTING, SlipPrinted(T0, ID))
PAPER_OUT = after(PRINTING, SlipNotPrinted(T0, ID, "paper_out"))
ASK_SLIP = after(PRINTING, SlipUnknown(T0, ID, "device_silent"))
BUSY = after(ASKING, HallSilent(T0, ID))
HELP = after(CONFIRM, touch(Touch.HELP))
CLEARED = after(TICKET, touch(Touch.FINISH))
CHECKING = after(HOME, shows())
CHECKING_IN = after(CHECKING, found(booking()))
BOOKINGS = after(CHECKING, found(booking(1, "E"), booking(2, "A")))
BOOKED_CODE = after(HOME, CodeShown(T0, BookingShown(booking().id), LOOK))
SLIP_SHOWN = after(HOME, CodeShown(T0, SlipShown(ID), LOOK))
TICKET_STATE = after(SLIP_SHOWN, TicketSeen(T0, LOOK, ticket(state=TicketState.WAITING)))
FINISHED = TicketSeen(T0, LOOK, ticket(state=TicketState.COMPLETED))
RATING = after(replace(SLIP_SHOWN, hall=HALL), FINISHED, touch(Touch.RATE))
WAYS = after(HELP, touch(Touch.OTHER_WAYS))
REMOTE = after(WAYS, touch(Touch.REMOTE_HELP), TalkStands(T0, ID, VideoState.READY))
COMPLAINT_TABLE = (ComplaintCategory("01", "办不成事"), ComplaintCategory("02", "办事效率"))
CATEGORIES = after(WAYS, touch(Touch.COMPLAIN), CategoriesFound(T0, ID, COMPLAINT_TABLE))
COMPLAINT = after(CATEGORIES, Chosen(T0, Choice.CATEGORY, "02"))
CODE_REFUSED = after(HOME, CodeShown(T0, CodeRefused(CodeReason.UNKNOWN_CODE), LOOK))
TAKE_BACK = after(TICKET, CardRead(T0, OLD), touch(Touch.FINISH))
OUT_OF_SERVICE = replace(HOME, page=Page.OUT_OF_SERVICE, catalogue=None)
STARTING = after(Session(gate=Gate()), DevicesChanged(T0, ALL_WELL))
NUMBER_KEYS = [Chosen(T0 + 0.2 * place, Choice.KEY, sign) for place, sign in enumerate("110101199003070935", 1)]
NUMBER = replace(after(CARD, touch(Touch.TYPE_NUMBER), *NUMBER_KEYS), now=T0, last_touch=T0)
RELATION = after(CONFIRM, touch(Touch.FOR_OTHER))
PRINCIPAL = after(RELATION, Chosen(T0, Choice.RELATION, "relative"))
COMPANY_KEYS = [Chosen(T0 + 0.2 * place, Choice.KEY, sign) for place, sign in enumerate("91440101MA59ABCD1X", 1)]
LETTER = after(
    RELATION,
    DevicesChanged(T0, replace(ALL_WELL, document_scanner=True)),
    Chosen(T0, Choice.RELATION, "mandate"),
    touch(Touch.WITHOUT_CARD),
)
COMPANY = replace(after(begin_typing(RELATION, Typed.COMPANY, Page.COMPANY), *COMPANY_KEYS), now=T0, last_touch=T0)
PHONE_KEYS = [Chosen(T0 + 0.2 * place, Choice.KEY, sign) for place, sign in enumerate("13800135678", 1)]
TELLS = replace(CONFIRM, hall=structs.replace(HALL, notices=True))
PHONE = replace(after(TELLS, touch(Touch.TEXT_ME), *PHONE_KEYS), now=T0, last_touch=T0)
HELD = (ticket(state=TicketState.WAITING), ticket(OTHER_ID, TicketState.WAITING))
KNOWN = after(SERVICES, CardRead(T0, YOUNG, LOOK), CardGone(T0))
HAS_TICKET = after(CARD, CardRead(T0, YOUNG, LOOK), CardGone(T0), MineFound(T0, LOOK, HELD))
REFERRAL_TO = Referral(item="i05", reason=ReferralReason.REACH_LOCAL, venue="v1", name="榕树区政务服务中心")
REFERRAL = after(ASKING, TicketRefused(T0, ID, "referred", REFERRAL_TO))
PURPOSE = Purpose(("i05",), ("居民身份证",), ("有效身份证件",))


def on_to_check(session: Session, *, given: bool) -> tuple[Session, tuple[Effect, ...]]:
    """What a journey does with the answer to its question."""
    return replace(session, visit=replace(session.current_visit(), theme="given" if given else "refused")), ()


CONSENT, _ = ask_consent(CONFIRM, PURPOSE, on_to_check)

WITH_A4 = replace(HOME, devices=replace(ALL_WELL, page_printer=True))
PROGRESS = after(HOME, touch(Touch.TRACK_CASE))
CASE_NUMBER = after(PROGRESS, touch(Touch.TYPE_CASE), *(Chosen(T0, Choice.KEY, sign) for sign in "2026"))
CASE_VIEWS = tuple(
    CaseView(number=f"20261016-004{place}", state=CaseState.IN_WORK, step=3, at=1, item="失业登记") for place in (1, 2)
)
CASES = after(PROGRESS, CardRead(T0, YOUNG, LOOK), CardGone(T0), CasesCame(T0, LOOK, CASE_VIEWS))
CASE = after(CASES, Chosen(T0, Choice.CASE, "1"))
STAFF_PIN = after(HOME, touch(Touch.STAFF), *(Chosen(T0, Choice.KEY, key) for key in "2580"))
STAFF = after(STAFF_PIN, touch(Touch.TYPED, T0 + 1), PinJudged(T0 + 1, right=True))
SELF_TEST = after(
    STAFF_PIN,
    touch(Touch.TYPED, T0 + 1),
    PinJudged(T0 + 1, right=True, technician=True),
    Examined(T0 + 1, tuple(Seen(part, Lamp.FINE, box=True) for part in (*TRIED, "sensors"))),
)
BENCH = after(SELF_TEST, touch(Touch.BENCH, T0 + 1))
DRILL = after(BENCH, Chosen(T0 + 1, Choice.TOOL, "drill"))
GLASS_LOOK = after(BENCH, Chosen(T0 + 1, Choice.TOOL, "glass"))
WAY = after(BENCH, Chosen(T0 + 1, Choice.TOOL, "way"))
LOGGED = tuple(
    LogEntry(f"2026-11-23 09:41:{59 - place:02}", lamp, "kiosk", text)
    for place, (lamp, text) in enumerate(
        ((Lamp.FINE, "well"), (Lamp.WARNING, "paper low"), (Lamp.FAULT, "reader lost"))
    )
)
LOG = after(BENCH, Chosen(T0 + 1, Choice.TOOL, "log"), LogRead(T0 + 1, LOGGED))
LOG_SEARCH = after(LOG, touch(Touch.SEARCH, T0 + 1), Chosen(T0 + 1, Choice.KEY, "P"))
LOG_STICK = after(LOG, touch(Touch.TO_STICK, T0 + 1))
SETTINGS = after(
    BENCH,
    Chosen(T0 + 1, Choice.TOOL, "settings"),
    SettingsSeen(
        T0 + 1,
        (
            Setting("kiosk.idle_s", "60", "60", kind=Kind.NUMBER, least="5", most="600"),
            Setting("kiosk.attended", "true", "true", kind=Kind.SWITCH),
            Setting("speech.quiet_from", "22:00", "00:00", kind=Kind.TIME, where=Where.HALL),
            Setting("kiosk.server", "http://127.0.0.1:8080"),
        ),
    ),
)
UPGRADE = after(
    *(BENCH, Chosen(T0 + 1, Choice.TOOL, "upgrade")),
    SlotsSeen(T0 + 1, Slots(*(SlotsBook.READ, "0.4.1", "", "0.4.1", "0.4.0"), there=("0.4.0", "0.4.1"), last="well")),
)
TOUCH_GRID = after(SELF_TEST, Chosen(T0 + 1, Choice.TOOL, "touch"))
SOUNDS = after(SELF_TEST, Chosen(T0 + 1, Choice.TOOL, "speaker"), Chosen(T0 + 1, Choice.HEARD, "both"))
SETUP = begun(Session(now=T0, last_touch=T0), Answers(step=SetupStep.SCREEN), "", "first")[0]
STAFF_FIND = after(STAFF, Chosen(T0 + 1, Choice.STAFF, "numbers"), Chosen(T0 + 1, Choice.KEY, "4"))
ASSISTED = (
    AssistedTicket(ticket(state=TicketState.WAITING), may_cancel=True, cost=PriorityCost(7, 3, 4, 150)),
    AssistedTicket(ticket(OTHER_ID, TicketState.COMPLETED), may_cancel=False),
)
STAFF_NUMBER = after(STAFF_FIND, touch(Touch.TYPED, T0 + 1, LOOK), NumbersFound(T0 + 1, LOOK, ASSISTED))
CERTIFICATE_CARD = after(WITH_A4, touch(Touch.PRINT_RECORD))
CERTIFICATE_CONSENT = after(CERTIFICATE_CARD, CardRead(T0, YOUNG, LOOK), CardGone(T0))
CERTIFICATE_VIEWS = tuple(
    Certificate(id=f"{place:016x}", type=name, state=LicenceState.VALID)
    for place, name in enumerate(("居住证", "户口簿"))
)
CERTIFICATES = after(CERTIFICATE_CONSENT, touch(Touch.LOOK_UP, T0, LOOK), CertificatesCame(T0, LOOK, CERTIFICATE_VIEWS))
CERTIFICATE = after(
    CERTIFICATES,
    Chosen(T0, Choice.CERTIFICATE, "0", OTHER_ID),
    CertificateHere(T0, OTHER_ID),
    PagesSeen(T0, OTHER_ID, 1),
)
CERTIFICATE_PAPER = after(CERTIFICATE, touch(Touch.PRINT_PAGES, T0, ID), PagesPrinted(T0, ID))
CERTIFICATE_PHONE = after(
    CERTIFICATE, touch(Touch.TO_PHONE, T0, LOOK), CertificateLinked(T0, LOOK, "https://hall.example/d/x", 2)
)

APPLY_ITEM = ItemView(
    id="i02", name="居住证签注", theme="社会保障", queue="H",
    materials=(Material("m_id", "居民身份证", tolerable=False, licence="居民身份证"),
               Material("m_lease", "租房合同", tolerable=False), Material("m_work", "就业证明", tolerable=True)),
)  # fmt: skip
APPLY_SERVICE = ServiceView(
    id="apply", name="自助申报", items=("i02", "i01"), network=Network.CITY,
    hardware=(Hardware.ID_CARD, Hardware.DOCUMENT_SCANNER, Hardware.RECEIPT_PRINTER),
    elsewhere=(PlaceView(PlaceKind.KIOSK, "K1", "1 号机"), PlaceView(PlaceKind.KIOSK, "K2", "2 号机")),
)  # fmt: skip
BEGUN = ApplicationBegun(
    application=ID, item="i02", item_name="居住证签注", key=BoxKey("x", b"0"), expires_at=0, piece_max=1, part_max=1,
    total_max=1, form_fields=("name", "residence_address", "card_number"),
    materials=tuple(MaterialNeed(one.id, one.name, one.tolerable, one.licence) for one in APPLY_ITEM.materials),
    deliveries=(ResultWay.COUNTER, ResultWay.LOCKER, ResultWay.POST),
)  # fmt: skip
RECEIPT = ApplicationReceipt(
    application=ID, number="2026-0042", item="i02", item_name="居住证签注", state=CaseState.RECEIVED, at=1
)
APPLYING_HOME = replace(
    after(
        HOME,
        DevicesChanged(T0, replace(ALL_WELL, document_scanner=True)),
        CatalogueCame(T0, structs.replace(CATALOGUE, items=(*CATALOGUE.items, APPLY_ITEM), services=(APPLY_SERVICE,))),
    ),
    kiosk_id="K1",
)
APPLY_GUIDE = after(APPLYING_HOME, touch(Touch.GUIDES), Chosen(T0, Choice.ITEM, "i02"))
APPLY = after(APPLY_GUIDE, touch(Touch.APPLY))
APPLY_CARD = after(APPLY, touch(Touch.AGREE))
APPLY_ASKED = after(APPLY_CARD, CardRead(T0, YOUNG, LOOK), CardGone(T0), touch(Touch.DECLINE))
APPLY_MATERIALS = after(APPLY_ASKED, ApplicationOpen(T0, LOOK, BEGUN))
APPLY_SCAN = after(
    APPLY_MATERIALS,
    Chosen(T0, Choice.MATERIAL, "m_id"),
    ScanStarted(T0, "m_id", by_itself=True),
    PagesKept(T0, "m_id", (Verdict.GOOD, Verdict.GOOD), 0),
)
APPLY_PAGE = after(APPLY_SCAN, Chosen(T0, Choice.SCANNED_PAGE, "2"))
APPLY_BLACKEN = after(
    APPLY_PAGE, touch(Touch.BLACKEN), touch(Touch.BAND_DOWN), Chosen(T0, Choice.BLOT, "100 200 300 250")
)
APPLY_WHOLE = after(
    APPLY_SCAN,
    touch(Touch.BACK),
    Chosen(T0, Choice.MATERIAL, "m_lease"),
    PagesKept(T0, "m_lease", (Verdict.BLUR,), 0),
    touch(Touch.BACK),
)
APPLY_FORM = after(APPLY_WHOLE, touch(Touch.BROUGHT))
APPLY_FIELD = after(APPLY_FORM, Chosen(T0, Choice.FIELD, "phone"), *(Chosen(T0, Choice.KEY, key) for key in "13579"))
APPLY_DELIVERY = after(APPLY_FORM, touch(Touch.TYPED))
APPLY_CHECK = after(APPLY_DELIVERY, touch(Touch.TYPED, T0 + 0.5))
APPLY_SENDING = after(APPLY_CHECK, touch(Touch.SEND, T0, OTHER_ID))
APPLY_RECEIPT = after(APPLY_SENDING, ApplicationTaken(T0, OTHER_ID, RECEIPT))
SERVICES_HERE = (
    ServiceView("record", "打印证明", items=("i05",), hardware=(Hardware.PAGE_PRINTER,), network=Network.CITY,
                elsewhere=(PlaceView(PlaceKind.KIOSK, "K1", "1 号机"), PlaceView(PlaceKind.KIOSK, "K2", "2 号机"))),
    ServiceView("progress", "查进度", network=Network.HALL),
)  # fmt: skip
WITH_SERVICES = replace(HOME, kiosk_id="K1", catalogue=changed(CATALOGUE, services=SERVICES_HERE))
MORE = after(WITH_SERVICES, touch(Touch.MORE))
ANY_HOUR = after(WITH_SERVICES, touch(Touch.ANY_HOUR))
ELSEWHERE = after(ANY_HOUR, Chosen(T0, Choice.SERVICE, "record"))
PLACES_ON_THE_NET = tuple(Link(f"l{place}", f"网站{place}", f"https://site{place}.example/") for place in (1, 2))
LINKS = after(MORE, touch(Touch.LINKS, T0, LOOK), LinksCame(T0, LOOK, PLACES_ON_THE_NET))
LINK = after(LINKS, Chosen(T0, Choice.LINK, "l2"))

BEHIND_THE_TECHNICIAN_S_PIN = frozenset(
    {
        *(Page.SELF_TEST, Page.BENCH, Page.TOUCH_GRID, Page.SOUNDS, Page.GLASS_LOOK, Page.WAY),
        *(Page.LOG, Page.LOG_SEARCH, Page.LOG_STICK, Page.DRILL),
        *(Page.UPGRADE, Page.SETTINGS),
    }
)

EVERY_PAGE = {
    Page.MORE: MORE,
    Page.ANY_HOUR: ANY_HOUR,
    Page.ELSEWHERE: ELSEWHERE,
    Page.LINKS: LINKS,
    Page.LINK: LINK,
    Page.STARTING: STARTING,
    Page.HOME: HOME,
    Page.SERVICES: SERVICES,
    Page.SITUATION: SITUATION,
    Page.PRECHECK: PRECHECK,
    Page.SEARCH: SEARCH,
    Page.GUIDES: GUIDES,
    Page.GUIDE: GUIDE,
    Page.BUNDLE: BUNDLE,
    Page.LEAF: LEAF,
    Page.PLAN: PLAN,
    Page.CARD: CARD,
    Page.NUMBER: NUMBER,
    Page.RELATION: RELATION,
    Page.PRINCIPAL: PRINCIPAL,
    Page.LETTER: LETTER,
    Page.COMPANY: COMPANY,
    Page.CONSENT: CONSENT,
    Page.HAS_TICKET: HAS_TICKET,
    Page.REFERRAL: REFERRAL,
    Page.CONFIRM: CONFIRM,
    Page.PHONE: PHONE,
    Page.CHECKING: CHECKING,
    Page.BOOKINGS: BOOKINGS,
    Page.TICKET_STATE: TICKET_STATE,
    Page.CODE_REFUSED: CODE_REFUSED,
    Page.PRINTING: PRINTING,
    Page.TICKET: TICKET,
    Page.PAPER_OUT: PAPER_OUT,
    Page.ASK_SLIP: ASK_SLIP,
    Page.PROGRESS: PROGRESS,
    Page.CASE_NUMBER: CASE_NUMBER,
    Page.CASES: CASES,
    Page.CASE: CASE,
    Page.CERTIFICATE_CARD: CERTIFICATE_CARD,
    Page.CERTIFICATE_CONSENT: CERTIFICATE_CONSENT,
    Page.CERTIFICATES: CERTIFICATES,
    Page.CERTIFICATE: CERTIFICATE,
    Page.CERTIFICATE_PAPER: CERTIFICATE_PAPER,
    Page.CERTIFICATE_PHONE: CERTIFICATE_PHONE,
    Page.APPLY: APPLY,
    Page.APPLY_CARD: APPLY_CARD,
    Page.APPLY_MATERIALS: APPLY_WHOLE,
    Page.APPLY_SCAN: APPLY_PAGE,
    Page.APPLY_BLACKEN: APPLY_BLACKEN,
    Page.APPLY_FORM: APPLY_FORM,
    Page.APPLY_FIELD: APPLY_FIELD,
    Page.APPLY_DELIVERY: APPLY_DELIVERY,
    Page.APPLY_CHECK: APPLY_CHECK,
    Page.APPLY_SENDING: APPLY_SENDING,
    Page.APPLY_RECEIPT: APPLY_RECEIPT,
    Page.HELP: HELP,
    Page.STAFF_PIN: STAFF_PIN,
    Page.STAFF: STAFF,
    Page.STAFF_FIND: STAFF_FIND,
    Page.STAFF_NUMBER: STAFF_NUMBER,
    Page.SELF_TEST: SELF_TEST,
    Page.BENCH: BENCH,
    Page.TOUCH_GRID: TOUCH_GRID,
    Page.SOUNDS: SOUNDS,
    Page.GLASS_LOOK: GLASS_LOOK,
    Page.WAY: WAY,
    Page.LOG: LOG,
    Page.LOG_SEARCH: LOG_SEARCH,
    Page.LOG_STICK: LOG_STICK,
    Page.UPGRADE: UPGRADE,
    Page.SETTINGS: SETTINGS,
    Page.DRILL: DRILL,
    Page.SETUP: SETUP,
    Page.RATING: RATING,
    Page.WAYS: WAYS,
    Page.COMPLAINT: COMPLAINT,
    Page.REMOTE: REMOTE,
    Page.BUSY: BUSY,
    Page.CLEARED: CLEARED,
    Page.OUT_OF_SERVICE: OUT_OF_SERVICE,
}


def visit_of(session: Session) -> Visit:
    assert session.visit is not None
    return session.visit


def warned(session: Session) -> Session:
    """The session with UI-K18 over it."""
    visit = visit_of(session)
    return replace(
        session, warning=IdleWarning(ends_at=session.now + 30, kept=visit), visit=replace(visit, person=None)
    )


def is_take_back(session: Session) -> bool:
    return session.page is Page.CARD and visit_of(session).card_step is CardStep.TAKE_BACK
