"""The reference city's applications: boxes come piece by piece, are opened when all is there, and leave nothing behind.

What it keeps of one that was handed in are the digests of its pages and the names of its fields, to be looked at by
people and tests; values and pictures are let go of at once. In memory. Time and randomness come in.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.licence_shelf import BY_NUMBER
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city import applications as a
from hall_server.contract.city.progress import CaseState, CaseStatus
from hall_server.contract.crypto.sealed_box import USUAL_BOX, BoxError, boxes_of
from hall_server.contract.item_words import ResultWay

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.case_desk import CaseDesk

LIFE_US = 1_800 * 1_000_000
MOST = 20  # open at a time; the oldest goes
KEPT = 1_000  # that were handed in or dropped
ACCEPTING, DECIDING, CONTACT = "演示市木棉区政务服务大厅", "演示市行政审批局", "020-00000002"
_PAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-")
_DAY = 1_000_000


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of one that was handed in: no value, no picture, nobody."""

    application: str
    item: str
    place: str
    delivery: ResultWay
    pages: tuple[str, ...]  # SHA-256 of each
    fields: tuple[tuple[str, str], ...]  # field and source
    materials: tuple[a.MaterialGiven, ...]


class _Open:
    """One that is being filled."""

    def __init__(self, wanted: a.ApplicationWanted, private: bytes, expires_at: int) -> None:
        self.wanted = wanted
        self.private = private
        self.expires_at = expires_at
        self.parts: dict[int, tuple[int, bytearray]] = {}

    def now(self, application: str) -> a.ApplicationNow:
        parts = sorted((part, size, len(there)) for part, (size, there) in self.parts.items())
        return a.ApplicationNow(
            application=application, stage=a.Stage.OPEN, parts=tuple(a.PartNow(*one) for one in parts)
        )


class ApplicationDesk:
    """One city's. `now_us`: UTC microseconds; `secret`: 32 bytes that nobody knows."""

    def __init__(self, cases: CaseDesk, now_us: Callable[[], int], secret: Callable[[], bytes]) -> None:
        self._cases = cases
        self._now_us = now_us
        self._secret = secret
        self._open: OrderedDict[str, _Open] = OrderedDict()
        self._over: OrderedDict[str, a.ApplicationTaken | None] = OrderedDict()  # None: dropped
        self._given = 0
        self._life = int.from_bytes(secret()[:2], "big") % 1_000  # numbers of another life of this city are others
        self.given: OrderedDict[str, Given] = OrderedDict()

    def open(self, application: str, wanted: a.ApplicationWanted) -> a.ApplicationOpened:
        """A new one, or the one that there is. Raises CityError(application_over)."""
        self._age()
        if application in self._over:
            raise CityError(CityProblem.APPLICATION_OVER)
        if application not in self._open:
            self._open[application] = _Open(wanted, self._secret(), self._now_us() + LIFE_US)
            while len(self._open) > MOST:
                self._end(next(iter(self._open)), None)
        one = self._open[application]
        key = a.BoxKey(USUAL_BOX, boxes_of(USUAL_BOX).public_of(one.private))
        return a.ApplicationOpened(application=application, key=key, expires_at=one.expires_at)

    def piece(self, application: str, piece: a.Piece) -> a.PartNow:
        """What follows on what is there is added. Raises CityError(application_unknown | application_over | too_large).

        A part that is sent with another size, or from its first byte on with others, begins anew.
        """
        one = self._known(application)
        size, there = one.parts.get(piece.part, (0, bytearray()))
        if size != piece.size:
            size, there = one.parts[piece.part] = piece.size, bytearray()
            if sum(each for each, _ in one.parts.values()) > a.TOTAL_MAX:
                del one.parts[piece.part]
                raise CityError(CityProblem.TOO_LARGE)
        if piece.offset + len(piece.data) > size:
            raise CityError(CityProblem.BAD_REQUEST, field="offset")
        if piece.offset == 0 and there[: len(piece.data)] != piece.data[: len(there)]:
            there.clear()
        if piece.offset <= len(there) < piece.offset + len(piece.data):
            there += piece.data[len(there) - piece.offset :]
        return a.PartNow(piece.part, size, len(there))

    def look(self, application: str) -> a.ApplicationNow:
        """How it stands. Raises CityError(application_unknown)."""
        self._age()
        if application in self._over:
            stage = a.Stage.DROPPED if self._over[application] is None else a.Stage.HANDED_IN
            return a.ApplicationNow(application=application, stage=stage)
        return self._known(application).now(application)

    def hand_in(self, application: str, whole: a.HandIn) -> tuple[a.ApplicationTaken, bool]:
        """It is a case now, and whether it is new. Raises CityError(application_unknown | application_over).

        Also `parts_missing`, and `part_unreadable`: a box sealed for something else, a form or a page that is none.
        """
        known = self._over.get(application)
        if known is not None:
            return known, False
        one = self._known(application)
        form, pages = self._opened(application, one, whole)
        if not {part for each in whole.materials for part in each.parts} <= {told.part for told in whole.parts}:
            raise CityError(CityProblem.PARTS_MISSING, field="materials")
        taken = self._case(application, one.wanted, form)
        self.given[application] = Given(
            application=application,
            item=one.wanted.item,
            place=one.wanted.place,
            delivery=whole.delivery,
            pages=pages,
            fields=tuple((each.field, each.source) for each in form.fields),
            materials=whole.materials,
        )
        while len(self.given) > KEPT:
            self.given.popitem(last=False)
        self._end(application, taken)
        return taken, True

    def drop(self, application: str) -> a.ApplicationNow:
        """Nothing is left of it; one that was handed in stays. Raises CityError(application_unknown)."""
        if application in self._open:
            self._end(application, None)
        return self.look(application)

    def _opened(self, application: str, one: _Open, whole: a.HandIn) -> tuple[a.ApplicationForm, tuple[str, ...]]:
        """The form, and the digest of each page."""
        form, pages = b"", []
        for told in whole.parts:
            size, there = one.parts.get(told.part, (0, bytearray()))
            if (size, len(there), hashlib.sha256(there).hexdigest()) != (told.size, told.size, told.sha256):
                raise CityError(CityProblem.PARTS_MISSING, field=str(told.part))
            try:
                plain = boxes_of(USUAL_BOX).open(one.private, bytes(there), a.about(application, told.part))
            except BoxError:
                raise CityError(CityProblem.PART_UNREADABLE, field=str(told.part)) from None
            if told.part == a.FORM:
                form = plain
            elif plain.startswith(_PAGES):
                pages.append(hashlib.sha256(plain).hexdigest())
            else:
                raise CityError(CityProblem.PART_UNREADABLE, field=str(told.part))
        try:
            return msgspec.json.decode(form, type=a.ApplicationForm), tuple(pages)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise CityError(CityProblem.PART_UNREADABLE, field=str(a.FORM)) from None

    def _case(self, application: str, wanted: a.ApplicationWanted, form: a.ApplicationForm) -> a.ApplicationTaken:
        self._given += 1
        at = self._now_us()
        day = datetime.fromtimestamp(at / _DAY, UTC).strftime("%Y%m%d")
        number = f"{day}{self._life:03}{self._given:04}"
        whose = form.holder.handle or BY_NUMBER.get(form.holder.number, "")
        received = CaseState.RECEIVED
        self._cases.begin(
            CaseStatus(
                case=application, number=number, state=received, at=at, item=wanted.name or wanted.item, contact=CONTACT
            ),
            whose,
        )
        return a.ApplicationTaken(
            application=application,
            number=number,
            state=received,
            at=at,
            accepting=ACCEPTING,
            deciding=DECIDING,
            contact=CONTACT,
        )

    def _known(self, application: str) -> _Open:
        self._age()
        if application in self._over:
            raise CityError(CityProblem.APPLICATION_OVER)
        if application not in self._open:
            raise CityError(CityProblem.APPLICATION_UNKNOWN)
        return self._open[application]

    def _end(self, application: str, taken: a.ApplicationTaken | None) -> None:
        """Its key and its parts are gone."""
        del self._open[application]
        self._over[application] = taken
        while len(self._over) > KEPT:
            self._over.popitem(last=False)

    def _age(self) -> None:
        now = self._now_us()
        for application in [name for name, one in self._open.items() if one.expires_at <= now]:
            self._end(application, None)
