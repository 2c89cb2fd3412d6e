"""数字档案 (CL-H8): each case's package reaches the archive once and whole; one that is not whole is refused."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.errors import CityRefusedError
from hall_server.contract.city.package import read_package
from hall_server.contract.city.ports import PortName
from hall_server.contract.messages import CompleteTicket
from hall_server.contract.vocabulary import ActorKind, CounterState, Outcome
from hall_server.domain.city.sip import HOLD, HoldRecord
from hall_server.domain.records import Record
from tests.contracts.city.telling_faults import prove
from tests.contracts.city.telling_halls import FAULTS, Telling, platform_of, telling
from tests.integration.hall_server.made import clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity

PORT = PortName.ARCHIVE


@pytest.fixture
def hall(reference_city: ServedCity, tmp_path: Path) -> Iterator[Telling]:
    with telling(PORT, tmp_path, platform_of(reference_city, PORT)) as one:
        archive(one)
        yield one


def archive(hall: Telling) -> None:
    for _ in range(9):
        told = hall.made.hall.city_archive.tell()
        if told is None:
            return
        told.result()


def visit(hall: Telling, outcome: Outcome = Outcome.ACCEPTED) -> str:
    made, who = hall.made, clerk(1)
    ticket = made.waiting().id
    if made.hall.now().counters[0].state is CounterState.CLOSED:
        made.open(1)
    made.call(who)
    made.hall.serve(who, fresh(), ticket).result()
    made.hall.complete(who, fresh(), ticket, CompleteTicket(outcome)).result()
    return ticket


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_city_does_each_package_arrives_once(hall: Telling, fault: str) -> None:
    def happen(hall: Telling) -> None:
        visit(hall)
        visit(hall)
        hall.made.clock.forward(121)
        archive(hall)
        archive(hall)

    assert prove(hall, fault, happen) == 2


def test_a_case_waits_until_its_end_stands_and_one_that_was_taken_back_is_packed_once(hall: Telling) -> None:
    ticket = visit(hall)
    hall.made.hall.undo(clerk(1), fresh(), ticket).result()
    hall.made.clock.forward(1)
    hall.made.hall.complete(clerk(1), fresh(), ticket, CompleteTicket(Outcome.RECEIVED)).result()
    visit(hall, Outcome.CONSULTED)
    archive(hall)
    hall.carry_all()
    assert hall.heard() == []
    hall.made.clock.forward(121)
    archive(hall)
    hall.carry_all()
    (told,) = hall.heard("package")
    case = read_package(base64.b64decode(told["content"]))
    assert (case.ticket, case.outcome, told["hold"]) == (ticket, "received", False)


def test_a_legal_hold_goes_with_the_package(hall: Telling) -> None:
    ticket, what = visit(hall), msgspec.Raw(msgspec.json.encode(HoldRecord(on=True)))
    record = Record(at=1, kind=HOLD, about=ticket, actor_kind=ActorKind.CLERK, actor="1001", what=what)
    hall.made.commits.submit(lambda tx: tx.add_record(record)).result()
    hall.made.clock.forward(121)
    archive(hall)
    hall.carry_all()
    assert hall.heard("package")[0]["hold"] is True


def test_a_package_that_is_not_whole_is_refused(hall: Telling) -> None:
    visit(hall)
    hall.made.clock.forward(121)
    archive(hall)
    (message,) = hall.waiting()
    for changed in ({"size": 1}, {"sha256": "0" * 64}, {"case": "another"}, {"content": "UEsDBA=="}):
        body = msgspec.json.encode(msgspec.json.decode(message.body) | changed)
        with pytest.raises(CityRefusedError, match="bad_request"):
            hall.line.hand_over("/package", body, fresh(), "")
