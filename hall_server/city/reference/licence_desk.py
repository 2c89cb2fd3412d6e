"""The reference city's service of electronic licences: use codes, what they open, corrections. In memory.

A use code is good for ten minutes, for one purpose and for the types that it was had for. Time and randomness come in.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from hall_server.city.reference.licence_paper import paper_of
from hall_server.city.reference.licence_shelf import BY_NUMBER, MANDATES, NEEDED, SHELF, Held
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.licences import (
    Licence,
    LicenceData,
    LicenceDocument,
    Licences,
    UseCode,
    Verified,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.city.licences import Correction, Holder, Purpose, Shown, Use, UseCodeWanted

LIFE_US = 600 * 1_000_000
MOST = 2_000  # use codes at a time; the oldest goes
SHOWN = "KPL-DEMO:"  # what a made-up phone shows for 亮证: this, a person's handle, the type


class _Opened(NamedTuple):
    purpose: Purpose
    licences: dict[str, Held]  # by the id that was made for this code
    expires_at: int


class LicenceDesk:
    """One city's. `now_us`: UTC microseconds; `name`: words that nobody can guess."""

    def __init__(self, now_us: Callable[[], int], name: Callable[[], str] = lambda: secrets.token_urlsafe(24)) -> None:
        self._now_us = now_us
        self._name = name
        self._open: OrderedDict[str, _Opened] = OrderedDict()
        self.corrections: dict[str, Correction] = {}

    def use_code(self, wanted: UseCodeWanted) -> UseCode:
        """A new use code. Raises CityError(holder_unknown | mandate_needed | bad_request)."""
        shelf = SHELF[self._whose(wanted)]
        types = NEEDED.get(wanted.purpose.item, wanted.types) if wanted.way is Way.FUNCTION else wanted.types
        if not types:
            raise CityError(CityProblem.BAD_REQUEST, field="types")
        code, expires_at = self._name(), self._now_us() + LIFE_US
        opened = {self._name(): one for one in shelf if one.type in types}
        self._open[code] = _Opened(wanted.purpose, opened, expires_at)
        while len(self._open) > MOST:
            self._open.popitem(last=False)
        return UseCode(code, types, expires_at)

    def find(self, use: Use) -> Licences:
        """Raises CityError(use_code_unknown)."""
        opened = self._opened(use)
        return Licences(
            tuple(
                Licence(name, one.type, one.state, one.issuer, one.valid_until) for name, one in opened.licences.items()
            )
        )

    def data(self, use: Use) -> LicenceData:
        """Raises CityError(use_code_unknown | licence_unknown)."""
        name, held = self._one(use)
        return LicenceData(name, held.type, held.fields)

    def document(self, use: Use) -> LicenceDocument:
        """Raises as `data`."""
        name, held = self._one(use)
        return LicenceDocument(name, "application/pdf", paper_of(held))

    def verify(self, shown: Shown) -> Verified:
        """Nothing is opened by it."""
        words, _, kind = shown.text.removeprefix(SHOWN).partition(":")
        if shown.text.startswith(SHOWN):
            for one in SHELF.get(words, ()):
                if one.type == kind:
                    return Verified(genuine=True, type=kind, state=one.state)
        return Verified(genuine=False)

    def correct(self, message: str, correction: Correction) -> None:
        """Keep a correction; the same message twice is one."""
        self.corrections.setdefault(message, correction)

    @staticmethod
    def _whose(wanted: UseCodeWanted) -> str:
        who = _handle(wanted.holder)
        if wanted.way is not Way.ENTRUSTED:
            return who
        if wanted.principal is None or MANDATES.get(wanted.mandate) != (who, _handle(wanted.principal)):
            raise CityError(CityProblem.MANDATE_NEEDED, field="mandate")
        return _handle(wanted.principal)

    def _opened(self, use: Use) -> _Opened:
        opened = self._open.get(use.code)
        if opened is None or opened.expires_at <= self._now_us() or not _same_visit(opened.purpose, use.purpose):
            raise CityError(CityProblem.USE_CODE_UNKNOWN, field="code")
        return opened

    def _one(self, use: Use) -> tuple[str, Held]:
        held = self._opened(use).licences.get(use.licence or "")
        if held is None or use.licence is None:
            raise CityError(CityProblem.LICENCE_UNKNOWN, field="licence")
        return use.licence, held


def _handle(holder: Holder) -> str:
    found = holder.handle or BY_NUMBER.get(holder.number, "")
    if found not in SHELF:
        raise CityError(CityProblem.HOLDER_UNKNOWN, field="holder")
    return found


def _same_visit(one: Purpose, other: Purpose) -> bool:
    return (one.item, one.business) == (other.item, other.business)
