"""办件进度 (CL-E21): one line about a case, asked or as news, and what a hall makes of a city that has none to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.errors import CityAwayError
from hall_server.city.line import Line, Where
from hall_server.city.news import news
from hall_server.city.progress import case_status, cases_of
from hall_server.contract.city.acceptance import CaseItem, CaseTold
from hall_server.contract.city.licences import Holder
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.progress import STATUS, CaseState, CaseStatus, CasesWanted
from hall_server.contract.vocabulary import Outcome
from hall_server.domain.city.post import message_id
from tests.contracts.city.telling_halls import platform_of
from tests.integration.hall_server.made import fresh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.hall_server.city_served import ServedCity

WRONG, AWAY = {"wrong": True}, {"down": True}


@pytest.fixture
def line(reference_city: ServedCity) -> Iterator[Line]:
    there = platform_of(reference_city, PortName.PROGRESS)
    if there.city is None:
        pytest.skip("which cases another city has is not known here")
    one = Line(Where(there.address, "hall", "", 0.5))
    yield one
    one.close()
    there.faults()


@pytest.fixture
def case(reference_city: ServedCity) -> str:
    """A case that was accepted."""
    name = fresh()
    told = CaseTold(ticket=name, version=1, at=1, items=(CaseItem("i", "i"),), outcome=Outcome.ACCEPTED)
    key = message_id(name)
    line = Line(Where(platform_of(reference_city, PortName.ACCEPTANCE).address, "hall"))
    line.hand_over("/case", msgspec.json.encode(told), key, "")
    line.close()
    return name


def go_on(city: ServedCity, case: str, state: CaseState) -> None:
    assert city.ask("POST", f"/departments/cases/{case}", json={"state": state.value, "place": "3 号窗口"}).ok


def test_a_case_goes_on_at_its_department_and_is_told_when_asked(
    reference_city: ServedCity, line: Line, case: str
) -> None:
    begun = case_status(line, case)
    assert begun is not None
    assert begun.state is CaseState.ACCEPTED
    go_on(reference_city, case, CaseState.READY)
    ready = case_status(line, case)
    assert ready is not None
    assert (ready.state, ready.place) == (CaseState.READY, "3 号窗口")


def test_a_case_that_there_is_not_is_no_trouble(line: Line) -> None:
    assert case_status(line, fresh()) is None
    assert case_status(line, "../inbox") is None


def test_somebody_s_own_cases_are_told_the_newest_first_and_each_is_found_by_its_number(line: Line) -> None:
    chen = Holder(handle="demo-person-000000001A")
    mine = cases_of(line, CasesWanted(holder=chen, place="K1"))
    assert [one.at for one in mine] == sorted((one.at for one in mine), reverse=True)
    assert all(case_status(line, one.number) == one for one in mine)
    assert mine == cases_of(line, CasesWanted(holder=Holder(number="999999198604120018"), place="K1"))
    assert cases_of(line, CasesWanted(holder=Holder(handle="nobody"), place="K1")) == ()


def test_news_says_the_same_as_an_answer_and_of_two_rows_the_newer_counts(
    reference_city: ServedCity, line: Line, case: str
) -> None:
    go_on(reference_city, case, CaseState.DECIDED)
    assert reference_city.ask("PUT", "/faults", json={"duplicate": True, "out_of_order": True}).ok
    rows, after = [], ""
    while (page := news(line, after)).next != after:
        rows += [row for row in page.rows if (row.subject, row.kind) == (case, STATUS)]
        after = page.next
    newest = max(rows, key=lambda row: row.version)
    assert msgspec.json.decode(newest.body, type=CaseStatus) == case_status(line, case)


@pytest.mark.parametrize(("fault", "why"), [(AWAY, "busy"), (WRONG, "nonsense"), ({"slow_s": 3}, "too_slow")])
def test_a_city_with_a_fault_is_away_and_says_nothing(
    reference_city: ServedCity, line: Line, case: str, fault: dict[str, object], why: str
) -> None:
    assert reference_city.ask("PUT", "/faults", json=fault).ok
    with pytest.raises(CityAwayError, match=why):
        case_status(line, case)
    line.breaker.worked()
    with pytest.raises(CityAwayError, match=why):
        cases_of(line, CasesWanted(holder=Holder(handle="demo-person-000000001A"), place="K1"))


def test_an_answer_about_another_case_is_none(reference_city: ServedCity, case: str) -> None:
    address = platform_of(reference_city, PortName.PROGRESS).address
    line = Line(Where(f"{address}/cases/{case}?as=", "hall"))
    with pytest.raises(CityAwayError, match="nonsense"):
        case_status(line, fresh())
    line.close()
