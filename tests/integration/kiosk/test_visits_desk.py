"""What a kiosk asks a real hall for whoever stands there: help, whose answer is pushed, and the numbers they have."""

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
from kiosk.runner.helping import HelpCaller
from kiosk.session.events import Touch, Touched
from kiosk.session.helping import AskForHelp, HelpStep, WatchHelp
from kiosk.session.state import Page, Session
from kiosk.session.step import step
from kiosk.values import replace
from tests.integration.kiosk.programs import RealHall, kapok

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from kiosk.session.events import Event

WITHIN_S = 20.0
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


class Pushed:
    """A kiosk that listens: `help` of the stream wakes whoever waits for a word on a call."""

    def __init__(self, client: HallClient) -> None:
        self.desk = VisitDesk(client)
        self._woken = asyncio.Event()
        self.watch = HallWatch(client, lambda _: None, asyncio.get_running_loop().time, on_help=self._woken.set)

    async def changed(self, call: HelpCall) -> HelpCall:
        """The call when it is another than it was: a stream that was just opened wakes too."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                await self._woken.wait()
                self._woken.clear()
                now = await asyncio.to_thread(self.desk.help_call, call.id)
                if now.n != call.n:
                    return now


@asynccontextmanager
async def listening(access: HallAccess) -> AsyncIterator[Pushed]:
    client = HallClient(access)
    made = Pushed(client)
    task = asyncio.create_task(made.watch.run())
    try:
        yield made
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
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
    async with listening(hall.access(answer_timeout_s=WITHIN_S)) as kiosk:
        call = await asyncio.to_thread(kiosk.desk.ask_help, fresh(), AskHelp("K5", modes="L"))
        assert (call.state, call.page, call.kiosk) == (HelpState.CALLED, "K5", "K1")
        for word, state in (("seen", HelpState.SEEN), ("coming", HelpState.COMING), ("done", HelpState.DONE)):
            await greeter.say(call, word)
            call = await kiosk.changed(call)
            assert (call.state, call.by) == (state, "0317")


async def test_a_session_sees_who_comes_as_soon_as_they_say_so(hall: RealHall) -> None:
    greeter, client = await desk_of(hall), HallClient(hall.access(answer_timeout_s=WITHIN_S))
    heard: asyncio.Queue[Event] = asyncio.Queue()

    def post(event: Event) -> None:
        heard.put_nowait(event)

    performer = HelpCaller(VisitDesk(client), post, lambda: 1.0, within_s=WITHIN_S)
    session, (asked, *_) = step(replace(Session(page=Page.HOME), online=True), Touched(1.0, Touch.HELP, fresh()))
    assert isinstance(asked, AskForHelp)
    await performer.ask(asked)
    session, (watch, *_) = step(session, await heard.get())
    assert session.help is not None
    await greeter.say(await asyncio.to_thread(VisitDesk(client).help_call, session.help.call_id), "coming")
    assert isinstance(watch, WatchHelp)
    await performer.watch(watch)
    session, _ = step(session, await heard.get())
    assert session.help is not None
    assert (session.help.step, session.help.minutes) == (HelpStep.COMING, 2)
    client.close()


async def test_giving_up_is_known_at_the_hall_and_calling_again_is_the_same_call(hall: RealHall) -> None:
    client = HallClient(hall.access(answer_timeout_s=WITHIN_S))
    desk = VisitDesk(client)

    def play() -> None:
        first = desk.ask_help(fresh(), AskHelp("K5"))
        assert [desk.give_up_help(first.id).state for _ in range(2)] == [HelpState.GIVEN_UP] * 2
        again = desk.ask_help(fresh(), AskHelp("K8"))
        assert again == msgspec.structs.replace(first, n=3, page="K8", presses=2)
        with pytest.raises(HallRefusedError, match="help_unknown"):
            desk.help_call(fresh())

    await asyncio.to_thread(play)
    client.close()


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
