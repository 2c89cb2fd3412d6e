from __future__ import annotations

import msgspec

from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.domain.ticket import Birth, TicketEvent
from hall_server.store.chain import canonical, genesis, link

EVENT = TicketEvent(
    n=1,
    at=5,
    business_day="2026-01-02",
    move=Move.TAKE,
    ticket="t1",
    label="A001",
    queue="A",
    state=TicketState.RESERVED,
    actor_kind=ActorKind.KIOSK,
    actor="K1",
    birth=Birth(number=1, item="i1"),
)


def test_an_event_has_one_form_for_ever() -> None:
    assert canonical(EVENT) == (
        b'{"n":1,"at":5,"business_day":"2026-01-02","move":"take","ticket":"t1","label":"A001","queue":"A",'
        b'"state":"reserved","actor_kind":"kiosk","actor":"K1","birth":{"number":1,"item":"i1"}}'
    )
    assert link(genesis("h"), canonical(EVENT)).hex() == (
        "a75e8ac3d910d827058c01a38997ea9e89b500498f983ea5f57440359beb38ee"
    )


def test_reading_an_event_and_writing_it_gives_the_same_bytes() -> None:
    assert canonical(msgspec.json.decode(canonical(EVENT), type=TicketEvent)) == canonical(EVENT)


def test_each_hall_has_a_beginning_of_its_own() -> None:
    assert genesis("one") != genesis("two")
