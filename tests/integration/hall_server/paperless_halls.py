"""A hall that asks for licences, and a city in memory that answers when it is told to; for the tests of 免证办."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.city import licences as c
from hall_server.contract.licence_visits import (
    GiveConsent,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import PrintAnswer
from hall_server.flows.look_up_licences import look_up
from tests.integration.hall_server.item_halls import hall
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hall_server.city.errors import CityError
    from hall_server.domain.city.licences import Got
    from hall_server.domain.city.paperless import LookingFor
    from hall_server.domain.site import HallSite
    from hall_server.flows.caller import Caller

CARD, PERMIT, DEED = "居民身份证", "居住证", "不动产权证"
NAME, NUMBER = "陈样明", "999999198604120018"
ITEM = {
    "id": "i1",
    "name": "居住证签注",
    "queue": "A",
    "theme": "户口",
    "form_fields": ["name", "id_number", "phone"],
    "materials": [
        ["m_id", "身份证", "main", CARD],
        ["m_rp", "居住证", "main", PERMIT],
        ["m_deed", "房产证", "main", DEED],
        ["m_photo", "照片", "tol", ""],
    ],
}
OTHER = {"id": "i2", "name": "登记", "queue": "A", "theme": "户口", "materials": [["m_id", "身份证", "main", CARD]]}
HOLDER = c.Holder(number=NUMBER)


class Shelf:
    """A provider that has a card, and a permit that has run out; `fails` by verb."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, c.Purpose]] = []
        self.wanted: list[c.UseCodeWanted] = []
        self.fails: dict[str, CityError] = {}

    def _verb(self, verb: str, purpose: c.Purpose) -> None:
        self.asked.append((verb, purpose))
        if verb in self.fails:
            raise self.fails[verb]

    def use_code(self, wanted: c.UseCodeWanted) -> c.UseCode:
        self._verb("use_code", wanted.purpose)
        assert wanted.holder == HOLDER
        self.wanted.append(wanted)
        return c.UseCode("code", wanted.types, 0)

    def find(self, use: c.Use) -> c.Licences:
        self._verb("find", use.purpose)
        return c.Licences(
            (
                c.Licence("1", CARD, c.LicenceState.VALID, "公安"),
                c.Licence("2", PERMIT, c.LicenceState.EXPIRED, "公安"),
                c.Licence("3", "结婚证", c.LicenceState.VALID),  # nobody asked for it
            )
        )

    def data(self, use: c.Use) -> c.LicenceData:
        self._verb("data", use.purpose)
        return c.LicenceData(use.licence or "", CARD, {"name": NAME, "id_number": NUMBER})

    def document(self, use: c.Use) -> c.LicenceDocument:
        raise NotImplementedError

    def verify(self, shown: c.Shown) -> c.Verified:
        raise NotImplementedError


class Paperless:
    """A hall, a kiosk that asks for consent, and a city that answers when it is told to."""

    def __init__(self, folder: Path, site: HallSite | None = None) -> None:
        self.folder = folder
        self.site = site or hall(ITEM, OTHER)
        self.shelf = Shelf()
        self.sent: list[LookingFor] = []
        self.start()

    def start(self) -> None:
        self.made = MadeHall(self.folder, site=self.site)
        self.made.tick()
        self.desk = self.made.hall.licences
        self.desk.ask = self.sent.append

    def consent(self, visit: str, key: str = "", *items: str, given: bool = True) -> Any:
        order = GiveConsent(given, items or ("i1",), holder=HOLDER if given else None)
        return self.desk.consent(KIOSK, key or fresh(), visit, order).result()

    def answer(self) -> tuple[Got, ...]:
        wanted = self.sent.pop(0)
        got = look_up(self.shelf, wanted)
        self.desk.heard(wanted, got).result()
        return got

    def found(self, visit: str, caller: Caller = KIOSK) -> Any:
        return self.desk.found(caller, visit)

    def records(self, kind: str) -> list[Any]:
        return self.made.reader.records(kind, 0, 100)

    def at_counter(self, visit: str) -> Caller:
        """Their ticket, taken, printed and called."""
        self.made.take("i1", visit)
        self.made.answer(visit, PrintAnswer.PAPER)
        who = self.made.open(1)
        assert self.made.call(who).id == visit
        return who


def leaves_nothing(folder: Path) -> None:
    """Nothing of the person stands in any file, whatever a test has done."""
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    for secret in (NAME, NUMBER, NUMBER[:17]):
        assert secret.encode() not in kept


def states(found: Any) -> dict[str, str]:
    return {one.id: one.state.value for one in found.materials}


def refusal(promise: Any) -> ProblemCode:
    with pytest.raises(HallProblem) as caught:
        promise.result()
    return caught.value.code


def refusal_now(ask: Callable[[], object]) -> ProblemCode:
    """Of what is refused before there is a promise."""
    with pytest.raises(HallProblem) as caught:
        ask()
    return caught.value.code
