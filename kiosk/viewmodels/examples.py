"""Made-up visits, one for each page and state, for `kapok kiosk preview`, the documents and the tests. Pure.

The hall, its items and figures are for show; the person does not exist.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.bookings import BookingState, BookingView, Channel
from hall_server.contract.catalogue import Catalogue, ItemView, Material
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.messages import HallNow, QueueNow, TicketView, WaitBand
from hall_server.contract.vocabulary import GENERAL_ITEM, Chip, Delivery, Origin, TicketState
from kiosk.codes.words import CodeReason
from kiosk.session.arriving import ArrivalWay
from kiosk.session.hearing import Hearing
from kiosk.session.modes import Mode, Modes
from kiosk.session.prechecking import OWN_CARD, OWN_CARD_NAMES
from kiosk.session.shown import CodeKind, CodeNote, CodeVisit
from kiosk.session.state import CardStep, Devices, IdleWarning, Page, Person, Session, Visit
from kiosk.values import replace
from kiosk.viewmodels import examples_corner, examples_helping, examples_home, examples_setup, examples_technician
from kiosk.viewmodels.examples_applying import applying_examples
from kiosk.viewmodels.examples_basket import basket_examples
from kiosk.viewmodels.examples_certificates import certificate_examples
from kiosk.viewmodels.examples_for_others import for_others_examples
from kiosk.viewmodels.examples_guides import guide_examples
from kiosk.viewmodels.examples_offering import offering_examples
from kiosk.viewmodels.examples_phone import phone_examples
from kiosk.viewmodels.examples_progress import progress_examples
from kiosk.viewmodels.examples_remote import remote_examples
from kiosk.viewmodels.examples_ticket import ENGLISH, NAMES, ticket_examples
from kiosk.viewmodels.examples_typing import typing_examples
from kiosk.viewmodels.examples_voices import complaint_examples, rating_examples
from kiosk.viewmodels.frame import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.codes.words import AnyReason
    from kiosk.session.events import Choice, Touch
    from kiosk.session.modes import Language

AT = int(datetime(2026, 10, 16, 1, 42, tzinfo=UTC).timestamp()) * 1_000_000
ABOUT = About(kiosk_name="1 号机", hall_name="木棉区政务服务中心")
NOW = 1000.0


PLACES = {
    "E": "二楼 A 区",
    "H": "二楼 A 区",
    "L": "一楼大厅",
    "D": "二楼 B 区",
    "A": "二楼 A 区",
    "C": "二楼 B 区",
}


def _item(number: int, name: str, theme: str, queue: str, *bring: str, common: bool = False) -> ItemView:
    materials = tuple(
        Material(id=f"m{place}", name=what, tolerable=False, licence=OWN_CARD if what in OWN_CARD_NAMES else "")
        for place, what in enumerate(bring)
    )
    return ItemView(
        id=f"i{number:02d}",
        name=name,
        theme=theme,
        queue=queue,
        materials=materials,
        common=common,
        place=PLACES[queue],
        name_en=NAMES[name],
    )


NOT_FOR_HKMO = msgspec.structs.replace(
    _item(9, "老年人优待卡申领", "老年人", "L", "有效身份证件"),
    hkmo=False,
    hkmo_note="港澳台居民的另有办法，请到市级服务中心",
)
ITEMS = (
    _item(5, "社会保障卡挂失补换", "社会保障", "E", "有效身份证件", common=True),
    _item(1, "广东省居住证申领", "来穗入户", "H", "居民身份证", "相片回执", "居住证明", common=True),
    _item(8, "领取社会保险待遇资格认证", "社会保障", "L", "有效身份证件", common=True),
    _item(27, "不动产登记资料查询", "不动产", "D", "权利人身份证件", common=True),
    _item(13, "基本医疗保险异地就医备案", "医疗卫生", "E", "医保电子凭证", "居住证明", common=True),
    _item(3, "居民身份证换领(有效期满)", "证件办理", "H", "原居民身份证", "相片回执"),
    _item(4, "社会保障卡申领", "社会保障", "E", "有效身份证件", "相片"),
    _item(6, "灵活就业人员社会保险参保登记", "社会保障", "E", "有效身份证件", "灵活就业登记"),
    _item(7, "个人权益记录(参保证明)查询打印", "社会保障", "E", "有效身份证件"),
    _item(15, "租房提取住房公积金", "住房保障", "A", "有效身份证件", "本人银行卡"),
    _item(16, "住房公积金缴存证明打印", "住房保障", "A", "有效身份证件"),
    _item(22, "内资公司设立登记", "企业开办", "C", "登记申请书", "章程"),
    _item(23, "个体工商户设立登记", "企业开办", "C", "经营者身份证件"),
    _item(10, "失业登记", "就业创业", "E", "有效身份证件"),
    NOT_FOR_HKMO,
    ItemView(id=GENERAL_ITEM, name="综合服务", name_en="General service", theme="", queue="A", place=PLACES["A"]),
)
THEMES = (
    *("社会保障", "住房保障", "来穗入户", "就业创业", "医疗卫生", "企业开办", "准营准办", "不动产"),
    *("证件办理", "退休养老", "生育婴幼", "老年人", "助残", "婚姻", "教育", "企业变更"),
)
CATALOGUE = Catalogue(hall="demo", version="1", themes=THEMES, items=ITEMS, english=ENGLISH)


def _queue(identifier: str, name: str, waiting: int, open_counters: int, wait: WaitBand | None) -> QueueNow:
    return QueueNow(
        id=identifier, letter=identifier, name=name, waiting=waiting, open_counters=open_counters, wait=wait
    )


HALL = HallNow(
    hall="demo",
    hall_name="木棉区政务服务中心",
    hall_name_en="Kapok District Service Hall",
    n=412,
    incarnation="example",
    at=AT,
    business_day="2026-10-16",
    opens="09:00",
    closes="17:30",
    hotline="12345",
    notices=True,
    waiting=23,
    wait=WaitBand(10, 18),
    open_counters=10,
    queues=(
        _queue("E", "社保医保", 6, 3, WaitBand(10, 18)),
        _queue("H", "公安户政来穗", 5, 2, WaitBand(10, 18)),
        _queue("L", "领证出件", 0, 1, None),
        _queue("D", "不动产", 0, 0, None),
        _queue("A", "综合(个人)", 9, 2, WaitBand(20, 35)),
        _queue("C", "综合(企业)", 3, 2, WaitBand(5, 11)),
    ),
    counters=(),
)
PERSON = Person(pseudonym="0" * 32, name_mask="陈*明", number_mask="0018", age=66)
TICKET = TicketView(
    id="00000000-0000-4000-8000-00000000a042",
    label="E042",
    business_day="2026-10-16",
    queue="E",
    item="i05",
    item_name="社会保障卡挂失补换",
    state=TicketState.WAITING,
    origin=Origin.ONLINE,
    delivery=Delivery.PAPER,
    taken_at=AT,
    n=412,
    ahead=6,
    wait=WaitBand(10, 18),
    counters=(4, 9),
    place="二楼 A 区",
    bring=("有效身份证件",),
)
READY = Devices(card_reader=True, printer=True, scanner=True, speaker=True, page_printer=True, document_scanner=True)
IDLE = Session(page=Page.HOME, now=NOW, hall=HALL, catalogue=CATALOGUE, online=True, devices=READY)
VISIT = Visit(started_at=NOW, item=ITEMS[1], person=PERSON, chips=frozenset({Chip.ELDER}))
_WITH_TICKET = replace(VISIT, item=ITEMS[0], ticket=TICKET, ticket_id=TICKET.id)


def _at(page: Page, visit: Visit | None = None, ends_in_s: float | None = None) -> Session:
    return replace(IDLE, page=page, visit=visit, page_ends_at=None if ends_in_s is None else NOW + ends_in_s)


def _card(step: CardStep) -> Session:
    return _at(Page.CARD, Visit(started_at=NOW, item=ITEMS[0], card_step=step))


_HOUR = 3_600_000_000


def _booking(number: int, item: ItemView, in_min: int) -> BookingView:
    starts = AT + 18 * 60_000_000 + in_min * 60_000_000  # 10:00 in the hall
    return BookingView(
        id=f"00000000-0000-4000-8000-0000000000b{number}",
        queue=item.queue,
        item=item.id,
        item_name=item.name,
        day="2026-10-16",
        starts_at=starts,
        ends_at=starts + _HOUR // 2,
        state=BookingState.BOOKED,
        channel=Channel.CITY,
        made_at=AT - 24 * _HOUR,
        check_in_from=starts - _HOUR // 2,
        on_time_until=starts + _HOUR // 6,
        check_in_until=starts + 2 * _HOUR // 3,
        cancel_until=starts - 2 * _HOUR,
    )


_BY_CODE = Visit(started_at=NOW, person=Person(pseudonym="1" * 32, name_mask="", number_mask="", age=None))
_BOOKED = (_booking(1, ITEMS[0], 0), _booking(2, ITEMS[9], 30))
_CHECKED_IN = replace(
    _WITH_TICKET,
    person=_BY_CODE.person,
    ticket=msgspec.structs.replace(TICKET, booked_for=_BOOKED[0].starts_at),
    code=CodeVisit(CodeKind.PERSON, booking=_BOOKED[0].id, bookings=_BOOKED[:1]),
)


def _seen(ticket: TicketView) -> Session:
    return _at(Page.TICKET_STATE, Visit(started_at=NOW, seen=ticket), ends_in_s=14)


def _refused(reason: AnyReason, code: CodeVisit | None = None) -> Session:
    visit = Visit(started_at=NOW, refusal=reason, code=code or CodeVisit())
    return _at(Page.CODE_REFUSED, visit, ends_in_s=17)


EXAMPLES: dict[str, Session] = {
    "starting": Session(page=Page.STARTING, devices=Devices(printer=True, speaker=True)),
    "home": IDLE,
    **examples_home.examples(IDLE, HALL),
    "home_offline": replace(IDLE, online=False),
    "home_no_reader": replace(IDLE, devices=Devices(printer=True, speaker=True)),
    "services": _at(Page.SERVICES, Visit(started_at=NOW)),
    "services_theme": _at(Page.SERVICES, Visit(started_at=NOW, theme="社会保障")),
    "services_hkmo": _at(Page.SERVICES, Visit(started_at=NOW, theme="hkmo")),
    "services_hkmo_last": _at(Page.SERVICES, Visit(started_at=NOW, theme="hkmo", list_page=-1)),
    "confirm_not_taken": _at(Page.CONFIRM, replace(VISIT, person=replace(PERSON, hkmo=True), item=NOT_FOR_HKMO)),
    "card": _card(CardStep.WAITING),
    "card_check_in": _at(Page.CARD, Visit(started_at=NOW, way=ArrivalWay())),
    "card_reading": _card(CardStep.READING),
    "card_looking": _at(Page.CARD, replace(VISIT, mine_until=NOW + 1, mine_then=Page.CONFIRM)),
    "card_try_again": _card(CardStep.TRY_AGAIN),
    "card_wrong": _card(CardStep.WRONG_CARD),
    "card_other_way": _card(CardStep.OTHER_WAY),
    "card_reader_away": replace(_card(CardStep.OTHER_WAY), devices=Devices(printer=True, speaker=True)),
    "card_expired": _card(CardStep.EXPIRED),
    "card_take_back": _at(Page.CARD, Visit(started_at=NOW, card_step=CardStep.TAKE_BACK)),
    "confirm": _at(Page.CONFIRM, VISIT),
    "confirm_expired": _at(Page.CONFIRM, replace(VISIT, person=replace(PERSON, card_expired=True))),
    "confirm_without_card": _at(Page.CONFIRM, Visit(started_at=NOW, item=ITEMS[2])),
    "confirm_no_reader": replace(
        _at(Page.CONFIRM, Visit(started_at=NOW, item=ITEMS[2])), devices=Devices(printer=True, speaker=True)
    ),
    "asking": _at(Page.PRINTING, VISIT),
    "printing": _at(Page.PRINTING, _WITH_TICKET),
    "ticket": _at(Page.TICKET, _WITH_TICKET, ends_in_s=8),
    "ticket_without_slip": _at(Page.TICKET, replace(_WITH_TICKET, fault="device_silent"), ends_in_s=22),
    "paper_out": _at(Page.PAPER_OUT, replace(_WITH_TICKET, fault="paper_out"), ends_in_s=26),
    "ask_slip": _at(Page.ASK_SLIP, replace(_WITH_TICKET, fault="device_silent"), ends_in_s=24),
    **examples_helping.examples(IDLE, VISIT),
    **examples_corner.examples(IDLE),
    **examples_technician.examples(IDLE),
    **examples_setup.examples(READY),
    **typing_examples(IDLE, VISIT),
    **for_others_examples(IDLE, VISIT, TICKET),
    **progress_examples(IDLE, PERSON, AT),
    **certificate_examples(IDLE, PERSON, AT),
    **phone_examples(_at(Page.CONFIRM, VISIT), _at(Page.TICKET, _WITH_TICKET, ends_in_s=8)),
    **applying_examples(IDLE, PERSON, AT),
    **rating_examples(IDLE, TICKET),
    **complaint_examples(IDLE),
    **remote_examples(IDLE),
    **guide_examples(IDLE),
    **basket_examples(IDLE, TICKET),
    "busy": _at(Page.BUSY, replace(VISIT, fault="hall_silent")),
    "busy_refused": _at(Page.BUSY, replace(VISIT, fault="item_unknown")),
    "cleared": _at(Page.CLEARED),
    "out_of_service": replace(_at(Page.OUT_OF_SERVICE), floor=examples_helping.FLOOR),
    "timeout": replace(
        _at(Page.CONFIRM, replace(VISIT, person=None)), warning=IdleWarning(ends_at=NOW + 18, kept=VISIT)
    ),
    "checking": _at(Page.CHECKING, replace(_BY_CODE, code=CodeVisit(CodeKind.PERSON)), ends_in_s=9),
    "checking_slip": _at(Page.CHECKING, replace(_BY_CODE, person=None, code=CodeVisit(CodeKind.SLIP)), ends_in_s=9),
    "checking_slow": _at(Page.CHECKING, replace(_BY_CODE, code=CodeVisit(CodeKind.CARD)), ends_in_s=6),
    "checking_mine": _at(
        Page.CHECKING,
        replace(_BY_CODE, code=CodeVisit(CodeKind.CARD), mine_until=NOW + 1, mine_then=Page.SERVICES),
        ends_in_s=1,
    ),
    "services_by_code": _at(Page.SERVICES, replace(_BY_CODE, code=CodeVisit(CodeKind.PERSON, note=CodeNote.KNOWN))),
    "confirm_by_code": _at(Page.CONFIRM, replace(_BY_CODE, item=ITEMS[0], code=CodeVisit(CodeKind.PERSON))),
    "bookings": _at(Page.BOOKINGS, replace(_BY_CODE, code=CodeVisit(CodeKind.PERSON, bookings=_BOOKED))),
    "ticket_booked": _at(Page.TICKET, _CHECKED_IN, ends_in_s=8),
    "slip_waiting": _seen(TICKET),
    "slip_called": _seen(msgspec.structs.replace(TICKET, state=TicketState.CALLED, counter=4, ahead=None, wait=None)),
    "slip_ended": _seen(msgspec.structs.replace(TICKET, state=TicketState.COMPLETED, ahead=None, wait=None)),
    "code_refresh": _refused(Refusal.EXPIRED),
    "code_again": _refused(CodeReason.SLIP_NOT_WHOLE),
    "code_other_hall": _refused(Refusal.WRONG_AUDIENCE),
    "code_unknown": _refused(CodeReason.UNKNOWN_CODE),
    "voice_sheet": replace(
        _at(Page.CONFIRM, VISIT), modes=Modes(frozenset({Mode.ALOUD})), hearing=Hearing(private=True, panel=True)
    ),
    "booking_early": _refused(CodeReason.BOOKING_EARLY, CodeVisit(CodeKind.BOOKING, bookings=_BOOKED[1:])),
}

EXAMPLES |= ticket_examples(EXAMPLES)
EXAMPLES |= offering_examples(IDLE, EXAMPLES["home_closed"])


class Nobody:
    """A doorway behind which nobody stands: what is touched in a preview leads nowhere."""

    session = Session()

    def touch(self, touch: Touch) -> None: ...

    def choose(self, choice: Choice, value: str) -> None: ...

    def stir(self) -> None: ...

    def read_out(self, page: str, text: str, language: Language, *, interrupt: bool = True) -> None: ...

    def silence(self) -> None: ...

    def show_picture(self, picture: bytes) -> None: ...

    def on_key(self, callback: Callable[..., None]) -> None: ...

    def photographed_by(self, shot: Callable[[], bytes | None]) -> None: ...
