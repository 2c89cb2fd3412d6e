"""免证办: which licences the materials of a visit want, what need not be brought, when paper may still be asked for.

Also what the book of records keeps of it: consents, uses, overrides, corrections. Pure; nobody is named in a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from hall_server.contract.city.licences import CorrectionReason, Holder
from hall_server.contract.licence_visits import (
    ConsentState,
    HeldState,
    LookUpCount,
    MaterialHeld,
    OverrideReason,
)
from hall_server.domain.city.licences import LookUp, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hall_server.contract.visits import MaterialNeed
    from hall_server.domain.records import Record

CONSENT, USE, SHOWN = "licence_consent", "licence_use", "licence_shown"
OVERRIDE, CORRECTION = "paper_override", "licence_correction"


class Consent(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of `CONSENT`; who heard it is the record's actor, `place` the kiosk or counter."""

    state: ConsentState
    items: tuple[str, ...]
    licences: tuple[str, ...]
    place: str


class Used(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of `USE`: what was asked of the city, what came of it by type of licence, and who issued it (CL-E1, E3).

    No number of a licence: the identity card's would be its holder's.
    """

    items: tuple[str, ...]
    place: str
    staff: str
    role: str
    outcomes: dict[str, LookUp]
    issuers: dict[str, str] = {}


class ShownThere(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of `SHOWN`: a licence was shown 亮证 at the counter, and the city called it genuine and valid."""

    licence: str
    place: str


class Overridden(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of `OVERRIDE`."""

    material: str
    licence: str
    reason: OverrideReason
    note: str = ""


class Corrected(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of `CORRECTION`."""

    licence: str
    reason: CorrectionReason
    item: str
    field: str = ""
    message: str = ""


Entry: TypeAlias = Consent | Used | ShownThere | Overridden | Corrected
KIND: Mapping[type[Entry], str] = {
    Consent: CONSENT,
    Used: USE,
    ShownThere: SHOWN,
    Overridden: OVERRIDE,
    Corrected: CORRECTION,
}


class Asked(msgspec.Struct, frozen=True):
    """One service item's licences that the city is to be asked for."""

    item: str  # its code as the city knows it
    types: tuple[str, ...]


class LookingFor(msgspec.Struct, frozen=True, kw_only=True):
    """One visit's question to the city, in memory only: whose, what, for which items, who asks."""

    visit: str
    holder: Holder
    asked: tuple[Asked, ...]
    place: str
    principal: Holder | None = None
    mandate: str = ""
    staff: str = ""
    role: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(dict.fromkeys(kind for one in self.asked for kind in one.types))

    def __repr__(self) -> str:
        """Without the person."""
        return f"LookingFor(visit={self.visit!r}, types={self.types!r})"


class VisitRecord(msgspec.Struct, frozen=True):
    """What the book of records says of one visit's licences."""

    consent: Consent | None = None
    used: Used | None = None
    overridden: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()

    @property
    def state(self) -> ConsentState:
        """The visitor's last word."""
        return self.consent.state if self.consent else ConsentState.NONE

    @property
    def outcomes(self) -> Mapping[str, LookUp]:
        """What came of the last look-up under the consent in force (nothing after a refusal), and what was shown."""
        used = self.used.outcomes if self.used and self.state is ConsentState.GIVEN else {}
        return {**used, **dict.fromkeys(self.shown, LookUp.FOUND)}


def visit_record(records: Iterable[Record]) -> VisitRecord:
    """The records about a visit, put together."""
    found = VisitRecord()
    for one in records:
        if one.kind == CONSENT:
            consent = one.as_(Consent)
            used = found.used if consent.state is ConsentState.GIVEN else None  # after a refusal all begins anew
            found = msgspec.structs.replace(found, consent=consent, used=used)
        elif one.kind == USE:
            found = msgspec.structs.replace(found, used=one.as_(Used))
        elif one.kind == SHOWN:
            found = msgspec.structs.replace(found, shown=found.shown | {one.as_(ShownThere).licence})
        elif one.kind == OVERRIDE:
            material = one.as_(Overridden).material
            found = msgspec.structs.replace(found, overridden=found.overridden | {material})
    return found


def types_wanted(needs: Iterable[MaterialNeed], named: Sequence[str] = ()) -> tuple[str, ...]:
    """The types of licences that stand for these materials; only those that the visitor was told, if any were."""
    types = dict.fromkeys(one.licence for one in needs if one.licence)
    return tuple(kind for kind in types if not named or kind in named)


def standing(
    needs: Iterable[MaterialNeed],
    outcomes: Mapping[str, LookUp],
    *,
    looking: Iterable[str] = (),
    overridden: Iterable[str] = (),
) -> tuple[MaterialHeld, ...]:
    """Where each material is. `looking`: types that the city is being asked for."""
    awaited, papers = set(looking), set(overridden)
    return tuple(_held(one, outcomes.get(one.licence), awaited, papers) for one in needs)


def to_bring(materials: Iterable[MaterialHeld]) -> tuple[MaterialHeld, ...]:
    """What the visitor has to bring; what is being looked for is not said to be needed."""
    return tuple(one for one in materials if one.state is HeldState.BRING)


def counts(records: Iterable[Record]) -> tuple[LookUpCount, ...]:
    """Outcomes by type of licence over records of `USE` (CL-E20)."""
    uses = (one.as_(Used).outcomes.items() for one in records)
    by_type = counted(pair for pairs in uses for pair in pairs)
    return tuple(
        LookUpCount(kind, **{outcome.value: found[outcome] for outcome in LookUp})
        for kind, found in sorted(by_type.items())
    )


def _held(one: MaterialNeed, outcome: LookUp | None, awaited: set[str], papers: set[str]) -> MaterialHeld:
    if one.licence and outcome is None and one.licence in awaited:
        state = HeldState.LOOKING
    else:
        state = HeldState.HELD if outcome is LookUp.FOUND else HeldState.BRING
    said = outcome.value if outcome else ""
    return MaterialHeld(
        one.id, one.name, state, one.licence, said, one.tolerable, one.for_items, paper_asked=one.id in papers
    )
