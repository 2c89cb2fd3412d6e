"""What was handed to the store's thread is done, also when nobody waits for it any more."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.runner.journalling import in_journal


async def test_a_job_behind_another_is_done_though_whoever_waits_is_cancelled() -> None:
    go_on = threading.Event()
    done: list[str] = []
    with ThreadPoolExecutor(max_workers=1) as journal:
        first = journal.submit(go_on.wait, 10)
        second = asyncio.create_task(in_journal(journal, done.append, "kept"))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        assert second.cancelled()
        go_on.set()
    assert first.result()
    assert done == ["kept"]


async def test_what_the_store_says_and_what_it_refuses_reach_whoever_waits() -> None:
    with ThreadPoolExecutor(max_workers=1) as journal:
        assert await in_journal(journal, int, "12", base=16) == 18
        with pytest.raises(ValueError, match="invalid literal"):
            await in_journal(journal, int, "no number")
