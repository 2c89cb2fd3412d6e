"""One application from this kiosk to the city: begun, sealed here, sent in pieces, handed in or dropped.

Blocking, like the rest of this room. What was scanned is sealed for the city before it leaves this process; the hall
passes boxes on that it cannot open. A cut line costs at most one piece: whoever is told HallSilentError calls the same
verb again, and it goes on where the city's end stands. Nothing is written down: with this object everything is gone.
"""

from __future__ import annotations

import hashlib
import time
import uuid
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.applications import (
    ApplicationBegun,
    ApplicationReceipt,
    BeginApplication,
    HandInApplication,
)
from hall_server.contract.city.applications import (
    FORM,
    MOST_PARTS,
    ApplicationNow,
    MaterialGiven,
    PartNow,
    PartTold,
    about,
)
from hall_server.contract.crypto.sealed_box import BoxError, boxes_of
from hall_server.contract.item_words import ResultWay
from hall_server.contract.messages import Empty
from hall_server.contract.problems import ProblemCode
from kiosk.hall_client.answers import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hall_server.contract.city.applications import ApplicationForm, Stage
    from kiosk.hall_client.client import HallClient

BEGIN_WITHIN_S = 5.0  # the city has 3.5 s at the hall
PIECE_WITHIN_S = 30.0  # a piece that takes longer is asked for again
HAND_IN_WITHIN_S = 8.0


class Sent(NamedTuple):
    """How far the sending of all parts is, in bytes."""

    done: int
    of: int


class Stride:
    """How large the next piece is: one that takes about a second leaves a thin line free for everything else.

    On 200 kbit/s with 300 ms it stays at 16 KiB; in a hall's own network it soon is as large as the city allows.
    """

    FIRST, LEAST = 16 * 1024, 4 * 1024
    SHORT_S, LONG_S = 0.4, 1.2

    def __init__(self) -> None:
        self.size = self.FIRST

    def took(self, seconds: float, most: int) -> None:
        """A piece of this size was there after so long."""
        if seconds < self.SHORT_S:
            self.size = min(self.size * 2, most)
        elif seconds > self.LONG_S:
            self.size = max(self.size // 2, self.LEAST)


class TooMuchError(ValueError):
    """Caller: more parts or bytes than the city takes; nothing was sent. `what`: parts | part | total."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Applying:
    """One application. For one thread at a time; made anew for each."""

    def __init__(self, hall: HallClient, application: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        self.id = application or str(uuid.uuid4())
        self._hall = hall
        self._begun: ApplicationBegun | None = None
        self._visit = ""
        self._answers: Mapping[str, str] = {}
        self._boxes: dict[int, bytes] = {}
        self._received: dict[int, int] = {}
        self._clock = clock
        self._stride = Stride()

    def __repr__(self) -> str:
        """Without what was scanned."""
        return f"Applying({self.id}, parts={sorted(self._boxes)})"

    def begin(self, visit: str, item: str, answers: Mapping[str, str] | None = None) -> ApplicationBegun:
        """After the visitor's yes: what to fill and to scan. Refused with `city_away`: show the counters."""
        self._visit, self._answers = visit, dict(answers or {})
        order = BeginApplication(visit=visit, item=item, consent=True, answers=dict(self._answers))
        self._begun = self._hall.question("applications", self.id, order, ApplicationBegun, BEGIN_WITHIN_S)
        return self._begun

    def put_form(self, form: ApplicationForm) -> None:
        """The form as it stands; again takes the place of the one before. Raises TooMuchError."""
        self._put(FORM, msgspec.json.encode(form))

    def put_page(self, page: int, picture: bytes) -> None:
        """A page (1, 2, …), a JPEG, PNG or PDF; again takes the place of the one before. Raises TooMuchError."""
        if page == FORM:
            msg = "pages begin with 1"
            raise ValueError(msg)
        self._put(page, picture)

    def take_page_out(self, page: int) -> None:
        """The visitor does not want it to be sent; what is there of it the city forgets at the end."""
        self._boxes.pop(page, None)
        self._received.pop(page, None)

    def send(self, told: Callable[[Sent], None] = lambda _: None) -> None:
        """Everything that is not there yet; `told` hears after each piece. Call again after HallSilentError.

        May be called while pages are still being scanned: a page that is there is not sent twice.
        """
        of = sum(len(box) for box in self._boxes.values())
        for part in sorted(self._boxes):
            self._send_part(part, lambda: told(Sent(self._done(), of)))

    def hand_in(
        self, materials: Sequence[MaterialGiven], delivery: ResultWay = ResultWay.COUNTER
    ) -> ApplicationReceipt:
        """After `send`. After HallSilentError the same again does no harm.

        Refused with `materials_missing`, or with `parts_missing`: then `send` sends all anew.
        """
        parts = tuple(
            PartTold(part=part, size=len(box), sha256=hashlib.sha256(box).hexdigest())
            for part, box in sorted(self._boxes.items())
        )
        order = HandInApplication(
            visit=self._visit,
            item=self._there().item,
            parts=parts,
            materials=tuple(materials),
            delivery=delivery,
            answers=dict(self._answers),
        )
        path, key = f"applications/{self.id}/hand_in", str(uuid.uuid4())
        try:
            receipt = self._hall.question(path, key, order, ApplicationReceipt, HAND_IN_WITHIN_S)
        except HallRefusedError as error:
            if error.code == ProblemCode.PARTS_MISSING:
                self._received.clear()
            raise
        self.forget()
        return receipt

    def drop(self) -> Stage:
        """不办了, and at the end of every visit: here everything is gone at once, at the city when it hears of it."""
        self.forget()
        path = f"applications/{self.id}/drop"
        return self._hall.question(path, str(uuid.uuid4()), Empty(), ApplicationNow, BEGIN_WITHIN_S).stage

    def forget(self) -> None:
        """Let go of everything that was scanned."""
        self._boxes.clear()
        self._received.clear()

    def _put(self, part: int, plain: bytes) -> None:
        there = self._there()
        if not 0 <= part < MOST_PARTS:
            raise TooMuchError("parts")
        box = self._sealed(part, plain)
        if len(box) > there.part_max:
            raise TooMuchError("part")
        others = sum(len(one) for number, one in self._boxes.items() if number != part)
        if others + len(box) > there.total_max:
            raise TooMuchError("total")
        self._boxes[part] = box
        self._received.pop(part, None)

    def _sealed(self, part: int, plain: bytes) -> bytes:
        key = self._there().key
        try:
            return boxes_of(key.alg).seal(key.public, plain, about(self.id, part))
        except BoxError as error:  # a city whose keys this program does not know: as good as none
            raise HallRefusedError(error.why) from None

    def _send_part(self, part: int, told: Callable[[], None]) -> None:
        box, most = self._boxes[part], self._there().piece_max
        while (at := self._received.get(part, 0)) < len(box):
            piece, began = box[at : at + min(self._stride.size, most)], self._clock()
            path = f"applications/{self.id}/parts/{part}?offset={at}&size={len(box)}"
            now = self._hall.upload(path, str(uuid.uuid4()), piece, PartNow, PIECE_WITHIN_S)
            if now.received == at or (now.part, now.size) != (part, len(box)):
                raise HallSilentError("a piece that changed nothing")
            self._received[part] = min(now.received, len(box))
            self._stride.took(self._clock() - began, most)
            told()

    def _done(self) -> int:
        return sum(self._received.get(part, 0) for part in self._boxes)

    def _there(self) -> ApplicationBegun:
        if self._begun is None:
            msg = "an application is begun first"
            raise ValueError(msg)
        return self._begun
