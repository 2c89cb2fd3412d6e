"""Calls for help on their way to the hall."""

from __future__ import annotations

import pytest

from hall_server.contract.help_calls import AskHelp, HelpCall, HelpState
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.helping import HelpCaller
from kiosk.session.helping import AskForHelp, GiveUpHelp, HelpStands, HelpUnheard, WatchHelp

CALL = HelpCall(id="c1", n=1, kiosk="K1", page="K8", at=1, state=HelpState.COMING, looks="红马甲", minutes=2)
ASK = AskForHelp("c1", AskHelp(page="K8"))


class Verbs:
    def __init__(self, *answers):
        self.asked, self._answers = [], list(answers)

    def _next(self, what):
        self.asked.append(what)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def ask_help(self, call_id, order):
        return self._next(("ask", call_id, order.page))

    def help_call(self, call_id):
        return self._next(("look", call_id))

    def give_up_help(self, call_id):
        return self._next(("give up", call_id))


def caller(posted, verbs):
    return HelpCaller(verbs, posted.append, lambda: 1.0)


async def test_a_call_comes_back_as_it_stands():
    posted = []
    await caller(posted, Verbs(CALL)).ask(ASK)
    assert posted == [HelpStands(1.0, "c1", "c1", HelpState.COMING, "红马甲", 2)]


async def test_a_silent_hall_is_asked_twice_under_the_same_id_and_then_the_desk_is_named():
    posted, verbs = [], Verbs(HallSilentError("x"), HallSilentError("x"))
    await caller(posted, verbs).ask(ASK)
    assert verbs.asked == [("ask", "c1", "K8")] * 2
    assert posted == [HelpUnheard(1.0, "c1", "hall_silent")]


async def test_a_second_try_that_is_heard_counts():
    posted = []
    await caller(posted, Verbs(HallSilentError("x"), CALL)).ask(ASK)
    assert [type(event) for event in posted] == [HelpStands]


async def test_a_no_is_told_with_its_code():
    posted = []
    await caller(posted, Verbs(HallRefusedError("help_unknown"))).watch(WatchHelp("c1", 0))
    assert posted == [HelpUnheard(1.0, "c1", "help_unknown")]


@pytest.mark.parametrize(
    "answer", [CALL, HallSilentError("x"), HallRefusedError("illegal_move")], ids=["ok", "silent", "no"]
)
async def test_giving_up_never_fails(answer):
    posted, verbs = [], Verbs(answer)
    await caller(posted, verbs).give_up(GiveUpHelp("c1"))
    assert (posted, verbs.asked) == ([], [("give up", "c1")])


async def test_a_kiosk_without_a_hall_for_it_says_so():
    posted = []
    nobody = caller(posted, None)
    await nobody.ask(ASK)
    await nobody.watch(WatchHelp("c1", 0))
    await nobody.give_up(GiveUpHelp("c1"))
    assert posted == [HelpUnheard(1.0, "c1", "not_found")]


async def test_a_word_of_the_stream_is_not_waited_for():
    posted = []
    waiting = caller(posted, Verbs(CALL))
    waiting.wake()
    await waiting.watch(WatchHelp("c1", 3600))
    assert [type(event) for event in posted] == [HelpStands]
