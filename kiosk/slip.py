"""The slip: from what is known of a ticket to a document for the receipt printer. Pure; knows no printer, no clock.

It carries the number, where to wait, what to bring and the slip code; nothing of the person, and no time that was not
given (definitions.md 10, 11, 15; CL-C13). Sizes are in millimetres of ink: the number 21 on 80 mm paper and 14 on
58 mm, nothing smaller than 3.5, and for who reads the screen in large print (mode `LARGE`) nothing smaller than 4.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.receipt_printer import (
    Align,
    Band,
    Boxed,
    Headline,
    Labelled,
    PrintDocument,
    Qr,
    Rule,
    Span,
    TextLine,
)
from hall_server.contract.slip_code import LARGE, PREFIX
from kiosk.values import Value

if TYPE_CHECKING:
    from devices.values.receipt_printer import Block

MAX_BRING = 4


class SlipData(Value, frozen=True):
    """What a slip may say. Nothing here names a person.

    `wait_low_min` and `wait_high_min` come together or not at all; `printed_at` is None while the kiosk's clock is off
    by more than a minute. `slip_code` is what `slip_code()` gives, or an address with it.
    """

    hall_name: str
    label: str
    item_name: str
    where: str
    slip_code: str
    kiosk_name: str
    hotline: str
    more_names: tuple[str, ...] = ()  # of items besides `item_name`, on the same number
    ahead: int | None = None
    wait_low_min: int | None = None
    wait_high_min: int | None = None
    bring: tuple[str, ...] = ()
    printed_at: str | None = None
    reprint: bool = False
    offline: bool = False
    for_other: bool = False  # 代办; for whom stands at the counter only
    come_back: str = ""  # "14:00": nobody works for this queue before then
    may_not_be_served: bool = False
    modes: str = ""


class _Sizes(Value, frozen=True):
    """Heights of ink in millimetres for one width of paper."""

    number: float
    title: float
    item: float
    value: float
    label: float
    figure: float
    small: float
    narrow: bool
    stacked_foot: bool = True
    terse: bool = False


_WIDE = _Sizes(21, title=5, item=6.8, value=4.8, label=4.0, figure=6.8, small=3.6, narrow=False, stacked_foot=False)
_NARROW = _Sizes(14, title=4, item=5.2, value=4.2, label=3.6, figure=5.6, small=3.5, narrow=True)
_WIDE_LARGE = _Sizes(21, title=5.6, item=8.2, value=6.6, label=5.2, figure=8.8, small=5.0, narrow=False)
_NARROW_LARGE = _Sizes(14, title=4.8, item=6.4, value=5.6, label=4.8, figure=6.2, small=4.8, narrow=True, terse=True)
_WIDE_PAPER_MM = 80
# Large print on narrow paper has room for fewer words, lest they break in 窗口 or are made small again.
_MISSED = {False: "过号请到窗口说一声", True: "过号到窗口说一声"}
_LISTEN = {False: "听叫号，看窗口屏", True: "听叫号，看屏"}
_ASK = {False: "前面几人，请问服务台", True: "人数请问服务台"}


def slip_document(ticket: SlipData, paper_mm: int = 80, job_id: str = "") -> PrintDocument:
    """The slip of one ticket for paper of 80 or 58 mm. A reprint says so on the slip and to the printer."""
    wide, large = paper_mm >= _WIDE_PAPER_MM, LARGE in ticket.modes.upper()
    sizes = (_WIDE_LARGE if large else _WIDE) if wide else (_NARROW_LARGE if large else _NARROW)
    blocks: list[Block] = [
        Headline((Span(ticket.hall_name, sizes.title, bold=True),), emblem=True, space_after_mm=2.2),
        *_bands(ticket, sizes),
        Headline((Span(ticket.label, sizes.number, bold=True, digits=True),), space_after_mm=4.2),
        Headline((Span(ticket.item_name, sizes.item, bold=True),), space_after_mm=3.6),
        *_more(ticket, sizes),
        _figures(ticket, sizes),
        *_where(ticket, sizes),
        Rule(space_after_mm=3.6),
        Qr(ticket.slip_code, _beside(ticket, sizes), space_after_mm=3.6),
        Rule(space_after_mm=2.2),
        *_foot(ticket, sizes),
    ]
    return PrintDocument(tuple(blocks), job_id=job_id, reprint=ticket.reprint)


class ReferralSlip(Value, frozen=True):
    """引导单: where an item is settled that this hall may not take (CL-A9). Names nobody."""

    hall_name: str
    item_name: str
    venue: str
    address: str = ""
    hours: str = ""
    phone: str = ""
    km: float | None = None
    hotline: str = ""


def referral_document(slip: ReferralSlip, paper_mm: int = 80, job_id: str = "") -> PrintDocument:
    """The slip that says where to go instead; without a place, whom to ask."""
    sizes = _WIDE if paper_mm >= _WIDE_PAPER_MM else _NARROW
    distance = "" if slip.km is None else f"约 {slip.km:g} 公里"
    rows = (
        ("去哪办", slip.venue or f"请打热线 {slip.hotline}".strip()),
        ("地址", "，".join(part for part in (slip.address, distance) if part)),
        ("时间", slip.hours),
        ("电话", slip.phone),
    )
    blocks: list[Block] = [
        Headline((Span(slip.hall_name, sizes.title, bold=True),), emblem=True, space_after_mm=2.2),
        Band((Span("引导单　这件事在别处办", sizes.value, bold=True),)),
        Headline((Span(slip.item_name, sizes.item, bold=True),), space_after_mm=3.6),
        *(
            Labelled(Span(label, sizes.label), (Span(text, sizes.value, bold=True),), space_after_mm=3.0)
            for label, text in rows
            if text
        ),
        Rule(space_after_mm=2.2),
        TextLine((Span(f"有疑问请打热线 {slip.hotline}", sizes.small),), space_after_mm=1.0),
    ]
    return PrintDocument(tuple(blocks), job_id=job_id)


def _bands(ticket: SlipData, sizes: _Sizes) -> list[Block]:
    said = [
        ("离线号　一样有效", ticket.offline),
        ("补打　原号有效", ticket.reprint),
        ("代办　双方证件带到窗口", ticket.for_other),
        (f"{ticket.come_back} 起办理　位置保留", bool(ticket.come_back)),
        ("可能无法当天办理", ticket.may_not_be_served),
    ]
    bands: list[Block] = [Band((Span(text, sizes.value, bold=True),)) for text, holds in said if holds]
    return bands or [Rule(space_after_mm=4.2)]


def _more(ticket: SlipData, sizes: _Sizes) -> list[Block]:
    """Every other item of the number, each on a line of its own."""
    if not ticket.more_names:
        return []
    names = tuple(Span(name, sizes.value, bold=True) for name in ticket.more_names)
    return [Labelled(Span("一起办", sizes.label), names, space_after_mm=3.6)]


def _figures(ticket: SlipData, sizes: _Sizes) -> Boxed:
    ahead, wait = _ahead(ticket, sizes), _wait(ticket, sizes)
    if ahead and wait:
        return Boxed((ahead, wait), weights=(0.33, 0.67) if sizes.narrow else (0.37, 0.63))
    if ticket.offline:
        first, second = _LISTEN[sizes.terse], _ASK[sizes.terse]
    else:
        first, second = "请留意叫号", f"前面 {ticket.ahead} 人" if ahead else _LISTEN[sizes.terse]
    big = TextLine((Span(first, sizes.value + 0.4, bold=True),))
    return Boxed(((big, TextLine((Span(second, sizes.label),))),), weights=(1.0,))


def _ahead(ticket: SlipData, sizes: _Sizes) -> tuple[TextLine, TextLine] | None:
    if ticket.ahead is None or ticket.offline:
        return None
    return _figure("前面", str(ticket.ahead), "人", sizes)


def _wait(ticket: SlipData, sizes: _Sizes) -> tuple[TextLine, TextLine] | None:
    low, high = ticket.wait_low_min, ticket.wait_high_min
    if low is None or high is None or low >= high:  # no band, no promise: never a single figure
        return None
    return _figure("大约要等", f"{low}–{high}", "分钟", sizes)


def _figure(heading: str, number: str, unit: str, sizes: _Sizes) -> tuple[TextLine, TextLine]:
    big = (Span(number, sizes.figure, bold=True, digits=True), Span(" " + unit, sizes.label))
    return TextLine((Span(heading, sizes.label),)), TextLine(big)


def _where(ticket: SlipData, sizes: _Sizes) -> list[Block]:
    rows: list[Block] = [
        Labelled(Span("在哪等", sizes.label), (Span(ticket.where, sizes.value, bold=True),), space_after_mm=3.0)
    ]
    if ticket.bring:
        items = tuple(Span(thing, sizes.value, bold=True) for thing in ticket.bring[:MAX_BRING])
        rows.append(Labelled(Span("要带上", sizes.label), items, tick=True, space_after_mm=3.4))
    return rows


def _beside(ticket: SlipData, sizes: _Sizes) -> tuple[TextLine, ...]:
    """What the code is good for: an address opens on a phone, a bare slip code is read at the kiosk."""
    has_address = not ticket.slip_code.startswith(PREFIX)
    match has_address, ticket.offline:
        case True, False:
            invitation = ["扫一扫", "看前面几人"]
        case True, True:
            invitation = ["有网后扫一扫", "看前面几人"]
        case False, False:
            invitation = ["到取号机扫一扫", "看前面几人"]
        case _:
            invitation = ["联网后到取号机", "扫码看前面几人"]
    lines = [(text, sizes.value, True) for text in invitation] + [(_MISSED[sizes.terse], sizes.small, False)]
    return tuple(
        TextLine((Span(text, size, bold=bold),), align=Align.CENTER if sizes.narrow else Align.LEFT, space_after_mm=2.6)
        for text, size, bold in lines
    )


def _foot(ticket: SlipData, sizes: _Sizes) -> list[Block]:
    machine, hotline = Span(ticket.kiosk_name, sizes.small), Span(f"热线 {ticket.hotline}", sizes.small)
    if ticket.printed_at is None:
        return [TextLine((machine,), right=(hotline,), space_after_mm=1.0)]
    printed = Span(ticket.printed_at, sizes.small)
    if sizes.stacked_foot:
        return [TextLine((printed,), right=(machine,), space_after_mm=1.4), TextLine((hotline,), space_after_mm=1.0)]
    left = (printed, Span(" · ", sizes.small), machine)
    return [TextLine(left, right=(hotline,), space_after_mm=1.0)]
