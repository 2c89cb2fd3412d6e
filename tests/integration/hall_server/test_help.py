"""请人帮忙 in a whole hall: one call per kiosk, who sees it, who comes, what a start and the time do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.help_calls import AnswerHelp, AskHelp, HelpCall, HelpState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.help_calls import KEPT_S, OVER_S
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk, fresh
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OTHER = Caller(ActorKind.KIOSK, "K2")
DESK = Caller(ActorKind.CLERK)  # a key that is bound to no counter
FURNISHED = msgspec.structs.replace(
    SITE,
    kiosks={"K1": "1 号机"},
    kiosk_places={"K1": "一楼入口"},
    staff={"0317": (), "1001": ()},
    staff_looks={"0317": "红马甲"},
)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path, site=FURNISHED)
    yield hall
    hall.close()


def ask(made: MadeHall, by: Caller = KIOSK, key: str = "") -> HelpCall:
    return made.hall.help.ask(by, key or fresh(), AskHelp("K5", modes="L")).result()


def say(made: MadeHall, call: HelpCall, state: HelpState, by: str = "0317", caller: Caller = DESK) -> HelpCall:
    order = AnswerHelp(by, minutes=3)
    who = msgspec.structs.replace(caller, id=by)
    return made.hall.help.answer(who, fresh(), call.id, state, order).result()


def refused(code: ProblemCode) -> pytest.RaisesExc[HallProblem]:
    return pytest.RaisesExc(HallProblem, check=lambda problem: problem.code is code)


def test_a_call_is_answered_by_a_person_whom_the_visitor_can_know(made: MadeHall) -> None:
    call = ask(made)
    assert (call.kiosk_name, call.place, call.state) == ("1 号机", "一楼入口", HelpState.CALLED)
    assert made.hall.help.calls().calls == (call,)
    say(made, call, HelpState.SEEN)
    coming = say(made, call, HelpState.COMING)
    assert (coming.by, coming.looks, coming.minutes) == ("0317", "红马甲", 3)
    assert made.hall.help.call(KIOSK, call.id) == coming
    done = say(made, call, HelpState.DONE)
    assert (made.hall.help.calls().calls, made.hall.help.call(KIOSK, call.id)) == ((), done)


def test_fifty_presses_are_one_call_also_with_giving_up_between_them(made: MadeHall) -> None:
    call = ask(made)
    assert {ask(made).id for _ in range(25)} == {call.id}
    for _ in range(12):
        made.hall.help.give_up(KIOSK, fresh(), call.id).result()
        ask(made)
    assert [(one.id, one.at, one.presses) for one in made.hall.help.calls().calls] == [(call.id, call.at, 13)]
    assert ask(made, OTHER).id != call.id


def test_the_same_key_is_the_same_answer_and_an_id_is_used_once(made: MadeHall) -> None:
    call = ask(made)
    say(made, call, HelpState.DONE)
    assert ask(made, key=call.id).state is HelpState.CALLED  # the first answer; what is now is asked by its id
    with refused(ProblemCode.IDEMPOTENCY_KEY_REUSED):
        made.hall.help.ask(KIOSK, call.id, AskHelp("K6")).result()


def test_a_kiosk_knows_and_gives_up_its_own_calls_only(made: MadeHall) -> None:
    call = ask(made)
    for promise in (
        lambda: made.hall.help.call(OTHER, call.id),
        lambda: made.hall.help.call(OTHER, "none"),
        lambda: made.hall.help.give_up(OTHER, fresh(), call.id).result(),
        lambda: say(made, msgspec.structs.replace(call, id="none"), HelpState.SEEN),
    ):
        with refused(ProblemCode.HELP_UNKNOWN):
            promise()
    assert made.hall.help.give_up(KIOSK, fresh(), call.id).result().state is HelpState.GIVEN_UP


def test_whoever_answers_is_somebody(made: MadeHall) -> None:
    call = ask(made)
    with refused(ProblemCode.BAD_REQUEST):
        say(made, call, HelpState.SEEN, by="")
    with refused(ProblemCode.NOT_ALLOWED):
        say(made, call, HelpState.SEEN, by="9999")
    with refused(ProblemCode.COUNTER_CLOSED):
        say(made, call, HelpState.SEEN, by="", caller=clerk(1))
    made.open(1)
    assert say(made, call, HelpState.SEEN, by="", caller=clerk(1)).by == "1001"
    with refused(ProblemCode.ILLEGAL_MOVE):
        say(made, call, HelpState.SEEN)


def test_open_calls_survive_a_start_and_the_numbers_of_changes_go_on(made: MadeHall, tmp_path: Path) -> None:
    call = say(made, ask(made), HelpState.COMING)
    again = MadeHall(tmp_path, made.clock, FURNISHED)
    assert again.hall.help.calls().calls == (call,)
    assert again.hall.help.n == call.n == 2
    again.close()


def test_a_call_that_nobody_ended_is_over_after_half_an_hour_and_forgotten_after_a_month(made: MadeHall) -> None:
    call = say(made, ask(made), HelpState.SEEN)
    made.clock.forward(OVER_S - 60)
    made.tick()
    assert made.hall.help.calls().calls != ()
    made.clock.forward(60)
    made.tick()
    assert made.hall.help.calls().calls == ()
    assert made.hall.help.call(DESK, call.id).state is HelpState.GIVEN_UP
    made.clock.forward(KEPT_S + 60)
    newest = ask(made, OTHER)
    made.tick()
    assert made.hall.help.call(DESK, newest.id) == newest
    with refused(ProblemCode.HELP_UNKNOWN):
        made.hall.help.call(DESK, call.id)


def test_a_call_wakes_those_who_help_and_no_board_and_is_no_news(made: MadeHall) -> None:
    woken: list[str] = []
    board = made.hall.hub.subscribe(lambda: woken.append("board"))
    desk = made.hall.hub.subscribe(lambda: woken.append("desk"), helps=True)
    n = made.hall.n
    ask(made)
    assert (woken, board.collect(), desk.collect()) == (["desk"], None, b'event: help\ndata: {"n":1}\n\n')
    assert made.hall.n == n
