"""UI-K27: the form with its sources, a field, how the result comes, a last look. Pure.

Names and numbers of people are masked on the glass; what is sent is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.document_scanner import Verdict
from hall_server.contract.identity.masks import name_mask, number_mask
from hall_server.contract.item_words import ResultWay
from hall_server.contract.telephones import phone_mask
from kiosk.session.apply_form import may_stand
from kiosk.session.apply_way import PHONE, FieldKind, Stands, addresses, apply_way, entries, entry_of, needs, stands
from kiosk.session.browsing import find_item
from kiosk.values import Value
from kiosk.viewmodels.pads import DIGIT_COLUMNS, LETTER_COLUMNS, LOOK, PadKey, digit_keys, letter_keys
from kiosk.viewmodels.progress import PAGER
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_name, listed, said

if TYPE_CHECKING:
    from kiosk.session.apply_way import ApplyWay, Entry
    from kiosk.session.state import Session

NAMES = frozenset({"name", "spouse_name", "legal_person"})
NUMBERS = frozenset({"id_number", "card_number"})
BY_CARD, BY_CODE = "card", "code"  # sources besides licences


def applied_item(session: Session, way: ApplyWay) -> str:
    """The name of what is applied for."""
    item = find_item(session, way.item_id)
    return item_name(session, item) if item is not None else ""


class FieldRow(Value, frozen=True):
    """One field. `source`: a type of licence, card, code, or "" = by hand; `left`: the visitor left it for the counter.

    `touchable`: it can be changed here.
    """

    field: str
    label: str
    value: str
    source: str
    kind: str
    touchable: bool = False
    left: bool = False


def _field_row(session: Session, entry: Entry) -> FieldRow:
    person = session.current_visit().person
    value, source = masked(entry), entry.source
    if entry.kind is FieldKind.FIXED and not value and person is not None:
        value = person.name_mask if entry.field == "name" else person.number_mask
        source = BY_CARD if value else BY_CODE
    touchable = entry.kind is FieldKind.TYPED or (entry.kind is FieldKind.WORDS and bool(entry.was))
    left = entry.edited and not entry.value
    return FieldRow(entry.field, said(session, entry.label), value, source, entry.kind, touchable, left)


def masked(entry: Entry) -> str:
    """As it may stand on a screen that others see too."""
    if entry.field in NAMES:
        return name_mask(entry.value)
    if entry.field in NUMBERS and entry.value:
        return "••••" + number_mask(entry.value)
    return phone_mask(entry.value) if entry.field == PHONE and entry.value else entry.value


class ApplyFormProps(Value, frozen=True):
    """The form, as many fields a page as fit. `open`: fields that the counter asks for."""

    item: str = ""
    rows: tuple[FieldRow, ...] = ()
    open: int = 0
    page_number: int = 1
    pages: int = 1


def apply_form_props(session: Session) -> ApplyFormProps:
    """Derive the form."""
    way = apply_way(session)
    if way is None or way.begun is None:
        return ApplyFormProps()
    rows = tuple(_field_row(session, one) for one in entries(session, way))
    form = form_of(session)
    fit = form.rows() if len(rows) <= form.rows() else form.rows(taken=PAGER)
    pages = max(1, -(-len(rows) // fit))
    first = way.page % pages * fit
    return ApplyFormProps(
        item=applied_item(session, way),
        rows=rows[first : first + fit],
        open=_open(session, way),
        page_number=way.page % pages + 1,
        pages=pages,
    )


def _open(session: Session, way: ApplyWay) -> int:
    return sum(not one.value and one.kind is FieldKind.WORDS for one in entries(session, way))


class ApplyFieldProps(Value, frozen=True):
    """One field. `typed`: at a pad; else its words stand or are left for the counter. `short`: not whole yet."""

    field: str = ""
    label: str = ""
    text: str = ""
    source: str = ""
    typed: bool = False
    ready: bool = True
    keys: tuple[PadKey, ...] = ()
    columns: int = DIGIT_COLUMNS


def apply_field_props(session: Session) -> ApplyFieldProps:
    """Derive one field."""
    way = apply_way(session)
    entry = None if way is None else entry_of(session, way)
    if way is None or entry is None:
        return ApplyFieldProps()
    typed, phone = entry.kind is FieldKind.TYPED, way.field == PHONE
    keys = tuple(one for one in digit_keys() if one.value != LOOK) if phone else letter_keys()
    return ApplyFieldProps(
        field=entry.field,
        label=said(session, entry.label),
        text=way.text if typed else entry.was,
        source=entry.source,
        typed=typed,
        ready=not typed or may_stand(way),
        keys=keys if typed else (),
        columns=DIGIT_COLUMNS if phone else LETTER_COLUMNS,
    )


class DeliveryRow(Value, frozen=True):
    """One way. `value` is what is chosen; `address`: where the post goes, with its field's `label`."""

    value: str
    way: str
    address: str = ""
    chosen: bool = False
    possible: bool = True


class ApplyDeliveryProps(Value, frozen=True):
    """How the result comes."""

    item: str = ""
    rows: tuple[DeliveryRow, ...] = ()


def apply_delivery_props(session: Session) -> ApplyDeliveryProps:
    """Derive the ways: the post once for each address that was found, or once at rest."""
    way = apply_way(session)
    if way is None or way.begun is None:
        return ApplyDeliveryProps()
    rows: list[DeliveryRow] = []
    for one in way.begun.deliveries:
        if one is not ResultWay.POST:
            rows.append(DeliveryRow(one, one, chosen=one is way.delivery))
            continue
        known = addresses(session, way)
        mine = way.address_field if way.delivery is one else ""
        rows += [
            DeliveryRow(f"{one}:{found.field}", one, found.value, chosen=found.field == mine) for found in known
        ] or [DeliveryRow(one, one, possible=False)]
    return ApplyDeliveryProps(applied_item(session, way), tuple(rows[: form_of(session).rows()]))


class ApplyCheckProps(Value, frozen=True):
    """The last look. `odd`: pages that are hard to read; `open`: fields that the counter asks for."""

    item: str = ""
    who: str = ""
    pages: int = 0
    odd: int = 0
    by_licence: str = ""
    later: str = ""
    filled: int = 0
    open: int = 0
    delivery: str = ""
    address: str = ""
    phone: str = ""


def apply_check_props(session: Session) -> ApplyCheckProps:
    """Derive what is going to be sent."""
    way, person = apply_way(session), session.current_visit().person
    if way is None:
        return ApplyCheckProps()
    where = {need.name: stands(session, way, need) for need in needs(way)}
    form = entries(session, way)
    scanned = dict(way.scanned)
    used = [need.id for need in needs(way) if where[need.name] is Stands.SCANNED]
    return ApplyCheckProps(
        item=applied_item(session, way),
        who=" ".join(part for part in (person.name_mask, person.number_mask) if part) if person else "",
        pages=sum(len(scanned[one]) for one in used),
        odd=sum(verdict is not Verdict.GOOD for one in used for verdict in scanned[one]),
        by_licence=listed(session, (name for name, how in where.items() if how is Stands.LICENCE)),
        later=listed(session, (name for name, how in where.items() if how is Stands.LATER)),
        filled=sum(bool(one.value) or one.kind is FieldKind.FIXED for one in form if one.field != PHONE),
        open=_open(session, way),
        delivery=way.delivery,
        address=next((one.value for one in addresses(session, way) if one.field == way.address_field), ""),
        phone=next((masked(one) for one in form if one.field == PHONE), ""),
    )
