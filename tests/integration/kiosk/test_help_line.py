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
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.visits import VisitDesk
from kiosk.runner.hall_watch import HallWatch
from kiosk.runner.help_line import HelpLine
from tests.integration.kiosk.programs import RealHall, kapok

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

WITHIN_S = 20.0
NEVER_S = 600.0  # between two looks: only a push can have brought what is told before
PERSON = "ab" * 16


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


class Screen:
    """What a kiosk was told, in order."""

    def __init__(self, client: HallClient, ask_every_s: float) -> None:
        self.told: asyncio.Queue[HelpCall | None] = asyncio.Queue()
        self.line = HelpLine(VisitDesk(client), self.told.put_nowait, lambda: str(uuid.uuid4()), ask_every_s)

    async def next(self) -> HelpCall | None:
        return await asyncio.wait_for(self.told.get(), WITHIN_S)


@asynccontextmanager
async def screen(access: HallAccess, ask_every_s: float = NEVER_S, *, listens: bool = True) -> AsyncIterator[Screen]:
    client = HallClient(access)
    made = Screen(client, ask_every_s)
    loop = asyncio.get_running_loop()
    watch = HallWatch(client, lambda _: None, loop.time, on_help=made.line.look_soon)
    tasks = [asyncio.create_task(made.line.run())]
    if listens:
        tasks.append(asyncio.create_task(watch.run()))
    try:
        yield made
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        client.close()


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
    async with screen(hall.access(answer_timeout_s=WITHIN_S)) as shown:
        await shown.line.ask(AskHelp("K5", modes="L"))
        call = await shown.next()
        assert call is not None
        assert (call.state, call.page) == (HelpState.CALLED, "K5")
        for word, state in (("seen", HelpState.SEEN), ("coming", HelpState.COMING), ("done", HelpState.DONE)):
            await greeter.say(call, word)
            after = await shown.next()
            assert after is not None
            assert (after.id, after.state, after.by) == (call.id, state, "0317")


async def test_without_pushes_the_hall_is_asked(hall: RealHall) -> None:
    greeter = await desk_of(hall)
    async with screen(hall.access(answer_timeout_s=WITHIN_S), ask_every_s=0.05, listens=False) as shown:
        await shown.line.ask(AskHelp("K5"))
        call = await shown.next()
        assert call is not None
        await greeter.say(call, "coming")
        after = await shown.next()
        assert after is not None
        assert (after.state, after.minutes) == (HelpState.COMING, 2)


async def test_giving_up_is_known_at_the_hall_and_calling_again_is_the_same_call(hall: RealHall) -> None:
    async with screen(hall.access(answer_timeout_s=WITHIN_S)) as shown:
        await shown.line.ask(AskHelp("K5"))
        first = await shown.next()
        await shown.line.give_up()
        await shown.line.give_up()
        await shown.line.ask(AskHelp("K8"))
        again = await shown.next()
        assert first is not None
        assert again == msgspec.structs.replace(first, n=3, page="K8", presses=2)


async def test_a_hall_that_is_not_there_is_told_at_once() -> None:
    nowhere = HallAccess("http://127.0.0.1:9", "demo", "k1", "s" * 20, answer_timeout_s=0.3)
    async with screen(nowhere, listens=False) as shown:
        await shown.line.ask(AskHelp("K5"))
        assert await shown.next() is None
        await shown.line.give_up()


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
