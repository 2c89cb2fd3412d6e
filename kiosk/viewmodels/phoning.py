"""UI-K35 留个手机号: where from, the digits as they grow, masked after two seconds. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.telephones import LENGTH, PhoneRegion, e164, phone_groups, phone_mask
from kiosk.session.phoning import phone_way
from kiosk.values import Value
from kiosk.viewmodels.pads import DIGIT_COLUMNS, PadKey, digit_keys

if TYPE_CHECKING:
    from kiosk.session.phoning import PhoneWay
    from kiosk.session.state import Session

SHOWN_END = 4
DOT = "•"


class PhoneState(StrEnum):
    """What the page is about."""

    TYPING = "typing"
    KNOWN = "known"  # one was left before
    AWAY = "away"  # the hall does not answer: nobody can be told


class PhoneProps(Value, frozen=True):
    """`shown`: what stands in the field; `mask`: of a telephone that was left before. `odd`: none begins so."""

    state: str = PhoneState.TYPING
    mask: str = ""
    regions: tuple[str, ...] = tuple(PhoneRegion)
    region: str = PhoneRegion.MAINLAND
    shown: str = ""
    masked: bool = True
    count: int = 0
    total: int = LENGTH[PhoneRegion.MAINLAND]
    odd: bool = False
    ready: bool = False
    keys: tuple[PadKey, ...] = ()
    columns: int = DIGIT_COLUMNS


def phone_props(session: Session) -> PhoneProps:
    """Derive the pad, what was left before, or what to do without the hall."""
    way, phone = phone_way(session), session.current_visit().phone
    if way is None:
        return PhoneProps()
    mask = phone.mask if phone is not None else ""
    if not way.asked:
        return PhoneProps(state=PhoneState.KNOWN, mask=mask)
    if not session.online:
        return PhoneProps(state=PhoneState.AWAY)
    masked = session.now - way.touched_at >= session.rules.typed_shown_s
    return PhoneProps(
        mask=mask,
        region=way.region,
        shown=_shown(way, masked=masked),
        masked=masked,
        count=len(way.text),
        total=LENGTH[way.region],
        odd=way.odd,
        ready=way.ready,
        keys=digit_keys(),
    )


def _shown(way: PhoneWay, *, masked: bool) -> str:
    """As people read it; after a while a mask, or the last four of what is not whole yet."""
    if not masked:
        return phone_groups(way.region, way.text)
    if way.ready:
        return phone_mask(e164(way.region, way.text))
    return phone_groups(way.region, DOT * (len(way.text) - SHOWN_END) + way.text[-SHOWN_END:])
