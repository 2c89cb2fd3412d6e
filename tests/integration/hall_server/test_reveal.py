"""按住看全: the masked person in full, where licences were found with consent; each look is in the book (CL-H12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import CompleteTicket
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.flows.reveal_desk import KIND, IdentitySeen, Revealed
from tests.integration.hall_server.made import clerk, fresh
from tests.integration.hall_server.paperless_halls import (
    CARD,
    NAME,
    NUMBER,
    Paperless,
    leaves_nothing,
    refusal_now,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def hall_(tmp_path: Path) -> Iterator[Paperless]:
    one = Paperless(tmp_path)
    yield one
    one.made.close()
    leaves_nothing(tmp_path)


def test_cl_h12_whoever_serves_sees_the_person_and_each_look_is_written_down_without_them(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    who = hall_.at_counter(visit)
    look = hall_.made.hall.reveals.look
    for _ in range(2):
        assert look(who, visit).result() == Revealed(NAME, NUMBER, f"{CARD} 电子证照")
    first, second = hall_.records(KIND)
    assert first.as_(IdentitySeen) == second.as_(IdentitySeen) == IdentitySeen(1, ("name", "id_number"))
    assert (first.about, first.actor_kind, first.actor) == (visit, ActorKind.CLERK, "1001")
    assert NAME not in repr(look(who, visit).result())


def test_where_nothing_was_found_there_is_nothing_to_see_and_the_look_is_kept_all_the_same(hall_: Paperless) -> None:
    visit = fresh()
    who = hall_.at_counter(visit)
    assert hall_.made.hall.reveals.look(who, visit).result() == Revealed()
    (record,) = hall_.records(KIND)
    assert record.as_(IdentitySeen) == IdentitySeen(1)


def test_nobody_sees_who_stands_at_another_counter_or_has_gone(hall_: Paperless) -> None:
    visit = fresh()
    hall_.consent(visit)
    hall_.answer()
    who = hall_.at_counter(visit)
    hall, look = hall_.made.hall, hall_.made.hall.reveals.look
    assert refusal_now(lambda: look(clerk(2), visit)) is ProblemCode.COUNTER_CLOSED
    hall_.made.open(2)
    assert refusal_now(lambda: look(clerk(2), visit)) is ProblemCode.NOT_YOUR_TICKET
    assert refusal_now(lambda: look(who, fresh())) is ProblemCode.NOT_YOUR_TICKET
    hall.serve(who, fresh(), visit).result()
    hall.complete(who, fresh(), visit, CompleteTicket()).result()
    assert refusal_now(lambda: look(who, visit)) is ProblemCode.NOT_YOUR_TICKET
    assert hall_.records(KIND) == []
