"""Questions from the hall's loop: one by one in threads, given up at the deadline, refused when there are too many."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from hall_server.city.asking import Asking
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.line import Line, Where
from hall_server.city.lines import Lines
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from collections.abc import Iterator

PORT = PortName.LINKS


@pytest.fixture
def asking() -> Iterator[Asking]:
    one = Asking(Lines({PORT: Where("http://127.0.0.1:9", "hall-1")}))
    yield one
    one.close()


async def test_an_answer_and_what_a_question_raises_come_back_from_another_thread(asking: Asking) -> None:
    here = threading.get_ident()
    assert await asking.ask(PORT, lambda _: threading.get_ident()) != here

    def refuse(_: Line) -> None:
        raise CityRefusedError("no", 409)

    with pytest.raises(CityRefusedError, match="no"):
        await asking.ask(PORT, refuse)


async def test_a_hall_without_the_port_is_told_at_once(asking: Asking) -> None:
    with pytest.raises(CityAwayError, match="no_such_port"):
        await asking.ask(PortName.VIDEO, lambda _: None)


async def test_a_question_that_takes_too_long_is_given_up_and_its_thread_comes_back(asking: Asking) -> None:
    go = threading.Event()
    with pytest.raises(CityAwayError, match="too_slow"):
        await asking.ask(PORT, lambda _: go.wait(30), within_s=0.05)
    go.set()
    assert await asking.ask(PORT, lambda _: "here") == "here"


async def test_too_many_at_once_are_told_so_and_the_loop_goes_on(asking: Asking) -> None:
    go = threading.Event()
    waiting = [asyncio.ensure_future(asking.ask(PORT, lambda _: go.wait(30), within_s=None)) for _ in range(16)]
    await asyncio.sleep(0)
    with pytest.raises(CityAwayError, match="crowded"):
        await asking.ask(PORT, lambda _: None)
    go.set()
    assert all(await asyncio.gather(*waiting))
    assert await asking.ask(PORT, lambda _: 1) == 1


async def test_whoever_stops_waiting_leaves_nothing_behind(asking: Asking) -> None:
    go = threading.Event()
    waiting = asyncio.ensure_future(asking.ask(PORT, lambda _: go.wait(30), within_s=None))
    await asyncio.sleep(0)
    waiting.cancel()
    go.set()
    assert await asking.ask(PORT, lambda _: 1) == 1
