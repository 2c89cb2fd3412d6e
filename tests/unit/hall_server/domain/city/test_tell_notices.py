"""Which moves of a ticket its visitor hears of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.city.notices import Notice, NoticeChannel
from hall_server.contract.city.ports import PortName
from hall_server.contract.vocabulary import Move, Outcome, TicketState
from hall_server.domain.city.tell_notices import near, ticket_moved
from hall_server.domain.city.telling import Wish, messages_of
from tests.unit.hall_server.domain.city.moves import moved
from tests.unit.hall_server.halls import NOON, SITE, ticket

if TYPE_CHECKING:
    from hall_server.domain.city.telling import TicketMoved

S = TicketState
WISH = Wish(NoticeChannel.SMS)
ID = "00000000-0000-4000-8000-000000000001"


def kinds(move: TicketMoved, wish: Wish | None = WISH) -> list[str]:
    return [one.kind for one in ticket_moved(move._replace(wish=wish))]


@pytest.mark.parametrize(
    ("move", "state", "wanted"),
    [
        (Move.CALL, S.CALLED, ["called"]),
        (Move.RECALL, S.CALLED, []),
        (Move.NO_SHOW, S.NO_SHOW, ["missed"]),
        (Move.SERVE, S.SERVING, []),
        (Move.UNDO, S.WAITING, []),
        (Move.CANCEL, S.CANCELLED, []),
    ],
)
def test_a_move_is_told_when_it_concerns_the_visitor(move: Move, state: TicketState, wanted: list[str]) -> None:
    assert kinds(moved(move, state)) == wanted
    assert kinds(moved(move, state), None) == []


@pytest.mark.parametrize(
    ("outcome", "wanted"),
    [
        (Outcome.ACCEPTED, ["accepted", "rate"]),
        (Outcome.SUPPLEMENT_NOTICE, ["accepted", "rate"]),
        (Outcome.CONSULTED, ["rate"]),
        (Outcome.LEFT, []),
        (Outcome.LEFT_UNPREPARED, []),
    ],
)
def test_how_the_visit_ended_decides_what_is_told(outcome: Outcome, wanted: list[str]) -> None:
    assert kinds(moved(Move.COMPLETE, S.COMPLETED, outcome=outcome)) == wanted


def test_a_notice_has_the_page_of_the_ticket_and_names_the_booking_of_the_city_only() -> None:
    site = msgspec.structs.replace(SITE, public_address="https://hall.example")
    move = moved(Move.CALL, S.CALLED, id=ID)._replace(site=site, wish=Wish(NoticeChannel.APP, "YY1"))
    (draft,) = ticket_moved(move)
    notice = msgspec.convert(draft.body, Notice)
    assert notice.page.startswith("https://hall.example/t/KPT1:")
    assert notice.to is not None
    assert (notice.to.reference, notice.to.phone) == ("YY1", None)
    (unnamed,) = ticket_moved(moved(Move.CALL, S.CALLED)._replace(wish=WISH))
    assert msgspec.convert(unnamed.body, Notice).to is None


def test_three_people_ahead_and_an_invitation_are_told_once_whatever_leads_to_them() -> None:
    first, again = (
        messages_of([near(SITE, ticket(), WISH, NOON + at)], (PortName.NOTICES,), NOON)[0].id for at in (0, 1)
    )
    assert first == again
    ends = [moved(Move.COMPLETE, S.COMPLETED, n=n, outcome=Outcome.CONSULTED)._replace(wish=WISH) for n in (1, 2)]
    rates = {messages_of(ticket_moved(one), (PortName.NOTICES,), NOON, str(one.event.n))[0].id for one in ends}
    assert len(rates) == 1
