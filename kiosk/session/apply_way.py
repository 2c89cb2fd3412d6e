"""How far somebody is with 在自助机上申办 (UI-K26 to K28), and what follows from it: materials, fields, ways. Pure.

Nothing of a page is here, and of the form only what the visitor sees: both go with the visit.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.city.licence_types import LABELS
from hall_server.contract.item_words import ResultWay
from hall_server.contract.licence_visits import HeldState
from kiosk.session.scan_way import ScanWay, pages_of, way_of
from kiosk.session.state import Page, Session
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from hall_server.contract.applications import ApplicationBegun, ApplicationReceipt
    from hall_server.contract.licence_visits import FilledField
    from hall_server.contract.visits import MaterialNeed
    from kiosk.session.journey import Way

PHONE = "phone"
LOOKING_S = 8.0  # so long an electronic licence may still be found
BY_CARD = frozenset({"name", "id_number"})  # who applies: from card or code, never typed
TYPED = frozenset({PHONE, "card_number", "credit_code"})
ADDRESSES = ("residence_address", "address", "household_address", "property_address")


class ApplyFault(StrEnum):
    """Why it does not go on, each with a way on."""

    CITY_AWAY = "city_away"
    HALL_SILENT = "hall_silent"
    NOT_HERE = "not_here"  # the hall takes no applications for it from a machine
    TOO_MUCH = "too_much"
    GONE = "gone"  # pages or the city's patience have run out: from the beginning
    MISSING = "missing"  # the hall misses something
    OTHER = "other"


class Stands(StrEnum):
    """Where one material is."""

    LICENCE = "licence"  # 已用电子证照: no page of it
    LOOKING = "looking"
    SCANNED = "scanned"
    MISSING = "missing"
    LATER = "later"  # 可后补, and not scanned


class FieldKind(StrEnum):
    """What a visitor may do with a field at this machine."""

    FIXED = "fixed"  # who they are
    TYPED = "typed"  # at a pad
    WORDS = "words"  # Chinese: kept as it was found, or left for the counter


class ApplyWay(ScanWay, frozen=True):
    """`look`: under what is being asked, "" = nothing is. `visit`: the id of the yes. `held`: the way it began on.

    `edits`: fields that the visitor has changed, "" = left for later.
    """

    item_id: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    came_from: Page = Page.GUIDE
    held: Way | None = None
    proved: bool = False  # by card or code
    visit: str = ""
    fresh: str = ""  # the next look
    look: str = ""
    asked_at: float = 0.0
    fault: ApplyFault | None = None
    asks: bool = False  # licences are looked for
    begun: ApplicationBegun | None = None
    begun_at: float = 0.0
    edits: tuple[tuple[str, str], ...] = ()
    field: str = ""  # that is being looked at
    text: str = ""  # of the pad
    delivery: ResultWay = ResultWay.COUNTER
    address_field: str = ""  # whose value the post goes to
    per_cent: int = 0
    receipt: ApplicationReceipt | None = None


def apply_way(session: Session) -> ApplyWay | None:
    """How far the visitor is, also under 您还在吗？; None where nobody applies."""
    way = way_of(session)
    return way if isinstance(way, ApplyWay) else None


def needs(way: ApplyWay) -> tuple[MaterialNeed, ...]:
    """What the item wants."""
    return () if way.begun is None else way.begun.materials


def stands(session: Session, way: ApplyWay, need: MaterialNeed) -> Stands:
    """Where a material is; a licence that was found with consent stands for it, whatever was scanned (CL-E1)."""
    found = session.current_visit().licences
    states = {} if found is None else {one.id: one.state for one in found.materials}
    told = way.begun is not None and need.id in way.begun.held
    if need.licence and (told or states.get(need.id) is HeldState.HELD):
        return Stands.LICENCE
    if pages_of(way, need.id):
        return Stands.SCANNED
    if need.licence and _looking(session, way, states.get(need.id)):
        return Stands.LOOKING
    return Stands.LATER if need.tolerable else Stands.MISSING


def _looking(session: Session, way: ApplyWay, state: HeldState | None) -> bool:
    early = session.now - way.begun_at < LOOKING_S
    visit = session.current_visit()
    asked = way.asks and visit.licences is None and not visit.licences_away
    return early and (asked or state is HeldState.LOOKING)


def missing(session: Session, way: ApplyWay) -> tuple[MaterialNeed, ...]:
    """What keeps it from being handed in."""
    return tuple(one for one in needs(way) if stands(session, way, one) in {Stands.MISSING, Stands.LOOKING})


class Entry(Hushed, Value, frozen=True):
    """One field of the form as it stands. `source`: what it was filled from, "" = by hand; `edited` by the visitor."""

    field: str
    label: str
    value: str
    source: str
    kind: FieldKind
    edited: bool = False
    was: str = ""  # as it was found


def entries(session: Session, way: ApplyWay) -> tuple[Entry, ...]:
    """The form: what the item asks for in its order, and a telephone for questions."""
    asked = () if way.begun is None else way.begun.form_fields
    found = session.current_visit().licences
    filled = {} if found is None else {one.field: one for one in found.fields}
    edits = dict(way.edits)
    return tuple(_entry(name, filled.get(name), edits) for name in (*(one for one in asked if one != PHONE), PHONE))


def _entry(name: str, filled: FilledField | None, edits: dict[str, str]) -> Entry:
    was = "" if filled is None else filled.value
    kind = FieldKind.FIXED if name in BY_CARD else FieldKind.TYPED if name in TYPED else FieldKind.WORDS
    label = filled.label if filled is not None else LABELS.get(name, name)
    edited = kind is not FieldKind.FIXED and edits.get(name, was) != was
    value = edits[name] if edited else was
    source = "" if edited or filled is None else filled.source
    return Entry(name, label, value, source, kind, edited, was)


def entry_of(session: Session, way: ApplyWay) -> Entry | None:
    """The field that is being looked at."""
    return next((one for one in entries(session, way) if one.field == way.field), None)


def addresses(session: Session, way: ApplyWay) -> tuple[Entry, ...]:
    """Where the post may go: addresses that were found, as the form has them now; also those that it does not ask."""
    found = session.current_visit().licences
    edits = dict(way.edits)
    known = {} if found is None else {one.field: one for one in found.fields}
    told = (_entry(name, known[name], edits) for name in ADDRESSES if name in known)
    return tuple(one for one in told if one.value)
