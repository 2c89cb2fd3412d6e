"""电子证照 as the hall asks for them: the port, and what an answer is worth. Pure; who carries it is the city's line.

A licence counts as held when it was found, is valid today and names the same person as the others. Anything else is a
reason to bring the thing itself, never a reason to send anybody away.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import msgspec

from hall_server.contract.city.licence_types import FIELDS, ID_CARD, LABELS
from hall_server.contract.city.licences import (
    LicenceData,
    LicenceState,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hall_server.contract.city.licences import (
        Licence,
        LicenceDocument,
        Licences,
        Shown,
        Use,
        UseCode,
        UseCodeWanted,
        Verified,
    )


class LicenceProvider(Protocol):
    """The city's service of electronic licences. Each verb raises CityAwayError, CityRefusedError."""

    def use_code(self, wanted: UseCodeWanted) -> UseCode:
        """用证码: by holder, by mandate, or by the service item."""

    def find(self, use: Use) -> Licences:
        """Which licences it opens."""

    def data(self, use: Use) -> LicenceData:
        """What one of them says."""

    def document(self, use: Use) -> LicenceDocument:
        """One of them as a document."""

    def verify(self, shown: Shown) -> Verified:
        """Whether what somebody shows 亮证 is genuine."""


class LookUp(StrEnum):
    """What came of asking for one type of licence (CL-E20)."""

    FOUND = "found"
    EXPIRED = "expired"  # found, and no longer good
    WRONG = "wrong"  # found, and names somebody else than the identity card does
    NOT_FOUND = "not_found"
    SLOW = "slow"  # no answer in time
    NO_ANSWER = "no_answer"  # the city was away, refused, or said something that is none


class Got(msgspec.Struct, frozen=True):
    """What was found of one type. `data` is the person's and lives in memory only."""

    type: str
    outcome: LookUp
    issuer: str = ""
    data: LicenceData | None = None


class Filled(msgspec.Struct, frozen=True):
    """One field of a form, filled beforehand; it stays editable."""

    field: str
    label: str
    value: str
    source: str  # the type of the licence it is from

    def __repr__(self) -> str:
        """Without the value."""
        return f"Filled(field={self.field!r}, source={self.source!r})"


def judged(types: Sequence[str], licences: Iterable[Licence], said: Mapping[str, LicenceData]) -> tuple[Got, ...]:
    """What each asked type is worth. `said`: by the licence's id; without data a valid licence counts as found."""
    by_type: dict[str, Licence] = {}
    for one in licences:
        known = by_type.get(one.type)
        if known is None or (known.state is not LicenceState.VALID and one.state is LicenceState.VALID):
            by_type[one.type] = one
    data = {kind: said[one.id] for kind, one in by_type.items() if one.id in said and said[one.id].type == kind}
    name = data[ID_CARD].fields.get("name", "") if ID_CARD in data else ""
    return tuple(_got(kind, by_type.get(kind), data.get(kind), name) for kind in types)


def without_answer(types: Iterable[str], *, slow: bool) -> tuple[Got, ...]:
    """The same when the city said nothing of use."""
    return tuple(Got(kind, LookUp.SLOW if slow else LookUp.NO_ANSWER) for kind in types)


def filled(fields: Sequence[str], got: Iterable[Got]) -> tuple[Filled, ...]:
    """The fields of a form that licences know, each with its source (CL-D11). No fields: all that is known."""
    known: dict[str, Filled] = {}
    order = {kind: place for place, kind in enumerate(FIELDS)}
    held = [one for one in got if one.outcome is LookUp.FOUND and one.data is not None and one.type in FIELDS]
    for one in sorted(held, key=lambda each: order[each.type]):
        for field in FIELDS[one.type]:
            value = one.data.fields.get(field, "") if one.data else ""
            if value and field not in known:
                known[field] = Filled(field, LABELS[field], value, one.type)
    return tuple(known[field] for field in (fields or LABELS) if field in known)


def counted(outcomes: Iterable[tuple[str, LookUp]]) -> dict[str, Counter[LookUp]]:
    """Look-ups by type of licence and outcome (CL-E20)."""
    found: dict[str, Counter[LookUp]] = {}
    for kind, outcome in outcomes:
        found.setdefault(kind, Counter())[outcome] += 1
    return found


def _got(kind: str, licence: Licence | None, data: LicenceData | None, name: str) -> Got:
    if licence is None:
        return Got(kind, LookUp.NOT_FOUND)
    if licence.state is not LicenceState.VALID:
        return Got(kind, LookUp.EXPIRED, licence.issuer)
    if name and data is not None and data.fields.get("name", name) != name:
        return Got(kind, LookUp.WRONG, licence.issuer)
    return Got(kind, LookUp.FOUND, licence.issuer, data)
