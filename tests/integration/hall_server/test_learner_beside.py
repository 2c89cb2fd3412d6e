"""The learner runs beside the hall: once a day, in a process of its own, and its mistakes are the log's business."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from typing import TYPE_CHECKING

import pytest

from hall_server.app.learning import Learning

if TYPE_CHECKING:
    from pathlib import Path

ADD = "import sys; open(sys.argv[1], 'a').write('x')"


def learning(*command: str, today: list[str]) -> Learning:
    return Learning(command, today=lambda: today[0], learned_to=lambda: "")


def runs_in(path: Path) -> int:
    return len(path.read_text()) if path.exists() else 0


async def until(path: Path, runs: int) -> None:
    async with asyncio.timeout(20):
        while runs_in(path) < runs:
            await asyncio.sleep(0.02)


async def test_it_runs_once_for_each_business_day(tmp_path: Path) -> None:
    runs, today = tmp_path / "runs", ["2026-01-05"]
    task = asyncio.create_task(learning(sys.executable, "-c", ADD, str(runs), today=today).run(0, 0.01))
    await until(runs, 1)
    for _ in range(20):
        await asyncio.sleep(0.01)
    assert runs_in(runs) == 1
    today[0] = "2026-01-06"
    await until(runs, 2)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert runs_in(runs) == 2


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ((sys.executable, "-c", "import sys; sys.exit('no days yet')"), "no days yet"),
        (("/nonexistent/kapok",), "does not start"),
    ],
)
async def test_a_learner_that_fails_is_one_line_in_the_log(
    command: tuple[str, ...], said: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "kapok.forecast"):
        assert not await learning(*command, today=[""]).learn()
    assert [said in record.getMessage() for record in caplog.records] == [True]


async def test_a_hall_that_closes_takes_its_learner_along(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    slow = f"import time; open({str(begun)!r}, 'w').write('x'); time.sleep(600)"
    task = asyncio.create_task(learning(sys.executable, "-c", slow, today=[""]).learn())
    await until(begun, 1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
