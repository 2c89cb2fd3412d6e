"""A kiosk's call for help at a real hall: who comes is on its screen at once, and what nobody hears is said at once."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import msgspec
import pytest
import requests

from hall_server.contract.help_calls import AskHelp, HelpCall, HelpState
from hall_server.contract.messages import CancelTicket, TakeTicket, VisitorMask
from hall_server.contract.vocabulary import PrintAnswer, TicketState
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError, HallSilentError
from kiosk.hall_client.visits import VisitDesk
from kiosk.runner.hall_watch import HallWatch
from kiosk.runner.help_line import HelpLine
from tests.integration.kiosk.programs import RealHall, kapok

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

WITHIN_S = 20.0
NEVER_S = 600.0  # only a push can have brought what is told before
PERSON = "ab" * 16


def fresh() -> str:
    return str(uuid.uuid4())


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


async def desk_of(hall: RealHall) -> Greeter:
    path = hall.credential.with_name("desk.toml")
    await kapok(
        "hall", "key", "new", "--data", str(hall.data), "--role", "counter", "--name", "desk", "--out", str(path)
    )
    return Greeter(hall.access(path))


@asynccontextmanager
async def line(access: HallAccess, *, listens: bool = True) -> AsyncIterator[HelpLine]:
    """A kiosk's line to help; it hears pushes only if it `listens`."""
    client = HallClient(access)
    made = HelpLine(VisitDesk(client))
    watch = HallWatch(client, lambda _: None, asyncio.get_running_loop().time, on_help=made.look_soon)
    listening = asyncio.create_task(watch.run()) if listens else None
    try:
        yield made
    finally:
        if listening is not None:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        client.close()


async def changed(of: HelpLine, call: HelpCall, after_s: float = NEVER_S) -> HelpCall:
    """The call when it is another than it was: a stream that was just opened wakes too."""
    async with asyncio.timeout(WITHIN_S):
        while (now := await of.how_it_stands(call.id, after_s)).n == call.n:
            pass
    return now


class Greeter:
    """Somebody at the desk, with a counter's key."""

    def __init__(self, access: HallAccess) -> None:
        self._base = f"{access.server}/api/v1/halls/{access.hall}"
        self._headers = {"Authorization": f"Kapok {access.key_id}.{access.secret}"}

    async def say(self, call: HelpCall, word: str) -> None:
        headers = {**self._headers, "Idempotency-Key": str(uuid.uuid4())}
        body = {"by": "0317", "minutes": 2}
        where = f"{self._base}/help/{call.id}/{word}"
        answer = await asyncio.to_thread(requests.post, where, json=body, headers=headers, timeout=WITHIN_S)
        assert answer.status_code == 200, answer.text


async def test_who_comes_is_told_by_a_push_and_the_end_too(hall: RealHall) -> None:
    greeter = await desk_of(hall)
    async with line(hall.access(answer_timeout_s=WITHIN_S)) as kiosk:
        call = await kiosk.ask(fresh(), AskHelp("K5", modes="L"))
        assert (call.state, call.page, call.kiosk) == (HelpState.CALLED, "K5", "K1")
        for word, state in (("seen", HelpState.SEEN), ("coming", HelpState.COMING), ("done", HelpState.DONE)):
            await greeter.say(call, word)
            call = await changed(kiosk, call)
            assert (call.state, call.by) == (state, "0317")


async def test_without_pushes_the_hall_is_asked_after_the_time_that_was_named(hall: RealHall) -> None:
    greeter = await desk_of(hall)
    async with line(hall.access(answer_timeout_s=WITHIN_S), listens=False) as kiosk:
        call = await kiosk.ask(fresh(), AskHelp("K5"))
        assert await kiosk.how_it_stands(call.id, 0.01) == call
        await greeter.say(call, "coming")
        after = await changed(kiosk, call, 0.05)
        assert (after.state, after.minutes) == (HelpState.COMING, 2)


async def test_giving_up_is_known_at_the_hall_and_calling_again_is_the_same_call(hall: RealHall) -> None:
    async with line(hall.access(answer_timeout_s=WITHIN_S), listens=False) as kiosk:
        first = await kiosk.ask(fresh(), AskHelp("K5"))
        await kiosk.give_up(first.id)
        await kiosk.give_up(first.id)
        again = await kiosk.ask(fresh(), AskHelp("K8"))
        assert again == msgspec.structs.replace(first, n=3, page="K8", presses=2)
        with pytest.raises(HallRefusedError, match="help_unknown"):
            await kiosk.how_it_stands(fresh(), 0.01)


async def test_a_hall_that_is_not_there_is_silent_and_giving_up_minds_nothing() -> None:
    nowhere = HallAccess("http://127.0.0.1:9", "demo", "k1", "s" * 20, answer_timeout_s=0.3)
    async with line(nowhere, listens=False) as kiosk:
        with pytest.raises(HallSilentError):
            await kiosk.ask(fresh(), AskHelp("K5"))
        with pytest.raises(HallSilentError):
            await kiosk.how_it_stands(fresh(), 0.01)
        await kiosk.give_up(fresh())


async def test_a_person_s_numbers_are_found_and_one_is_given_up(hall: RealHall) -> None:
    client = HallClient(hall.access(answer_timeout_s=WITHIN_S))
    desk = VisitDesk(client)

    def visit() -> None:
        ticket = client.take(str(uuid.uuid4()), TakeTicket("i05", VisitorMask(PERSON, "陈*明"))).ticket
        client.confirm_print(ticket.id, PrintAnswer.PAPER)
        assert [one.id for one in desk.tickets_of(PERSON)] == [ticket.id]
        with pytest.raises(HallRefusedError, match="not_your_ticket"):
            desk.cancel(str(uuid.uuid4()), ticket.id, CancelTicket(visitor="cd" * 16))
        key = str(uuid.uuid4())
        for _ in range(2):
            assert desk.cancel(key, ticket.id, CancelTicket(visitor=PERSON)).state is TicketState.CANCELLED
        assert desk.tickets_of(PERSON) == ()

    await asyncio.to_thread(visit)
    client.close()
