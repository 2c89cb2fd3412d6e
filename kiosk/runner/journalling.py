"""The one way to the local store from the loop: a job on the store's thread that runs once it was handed over."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

P = ParamSpec("P")
T = TypeVar("T")


async def in_journal(journal: Executor, work: Callable[P, T], *values: P.args, **named: P.kwargs) -> T:
    """What `work` gives, done on `journal`, one job at a time.

    Whoever waits may be cancelled, as a kiosk that is switched off cancels all; the job is done all the same. The bare
    future of an executor takes back a job that is still in the queue, and what was to be kept is lost without a word.
    """
    job = asyncio.get_running_loop().run_in_executor(journal, partial(work, *values, **named))
    return await asyncio.shield(job)
