"""按住看全: the masked person in full, where licences were found with consent; each look is in the book (CL-H12)."""

from __future__ import annotations

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
    refusal_now,
)


def test_cl_h12_whoever_serves_sees_the_person_and_each_look_is_written_down_without_them(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    who = paperless.at_counter(visit)
    look = paperless.made.hall.reveals.look
    for _ in range(2):
        assert look(who, visit).result() == Revealed(NAME, NUMBER, f"{CARD} 电子证照")
    first, second = paperless.records(KIND)
    assert first.as_(IdentitySeen) == second.as_(IdentitySeen) == IdentitySeen(1, ("name", "id_number"))
    assert (first.about, first.actor_kind, first.actor) == (visit, ActorKind.CLERK, "1001")
    assert NAME not in repr(look(who, visit).result())


def test_where_nothing_was_found_there_is_nothing_to_see_and_the_look_is_kept_all_the_same(
    paperless: Paperless,
) -> None:
    visit = fresh()
    who = paperless.at_counter(visit)
    assert paperless.made.hall.reveals.look(who, visit).result() == Revealed()
    (record,) = paperless.records(KIND)
    assert record.as_(IdentitySeen) == IdentitySeen(1)


def test_nobody_sees_who_stands_at_another_counter_or_has_gone(paperless: Paperless) -> None:
    visit = fresh()
    paperless.consent(visit)
    paperless.answer()
    who = paperless.at_counter(visit)
    hall, look = paperless.made.hall, paperless.made.hall.reveals.look
    assert refusal_now(lambda: look(clerk(2), visit)) is ProblemCode.COUNTER_CLOSED
    paperless.made.open(2)
    assert refusal_now(lambda: look(clerk(2), visit)) is ProblemCode.NOT_YOUR_TICKET
    assert refusal_now(lambda: look(who, fresh())) is ProblemCode.NOT_YOUR_TICKET
    hall.serve(who, fresh(), visit).result()
    hall.complete(who, fresh(), visit, CompleteTicket()).result()
    assert refusal_now(lambda: look(who, visit)) is ProblemCode.NOT_YOUR_TICKET
    assert paperless.records(KIND) == []
