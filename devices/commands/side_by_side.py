"""Work in processes of its own, a few at a time; none is left behind, whatever ends the work. Knows no device."""

from __future__ import annotations

import asyncio
import signal
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

JobT = TypeVar("JobT")
DoneT = TypeVar("DoneT")
ENDINGS = (signal.SIGINT, signal.SIGTERM)


class SideBySide(Generic[JobT, DoneT]):
    """`work` on each job; what it gives comes back as soon as it is there, None when its process died of it.

    `work` has to be a function of a module: the processes begin anew, they share nothing with this one.
    """

    def __init__(self, work: Callable[[JobT], DoneT], at_once: int) -> None:
        self._work = work
        self._at_once = at_once

    def run(self, jobs: Sequence[JobT]) -> Iterator[tuple[JobT, DoneT | None]]:
        """Each job with what came of it, in the order in which they end."""
        context = get_context("spawn")
        waiting = list(jobs)
        running: dict[Connection, tuple[SpawnProcess, JobT]] = {}
        try:
            while waiting or running:
                while waiting and len(running) < self._at_once:
                    here, there = context.Pipe(duplex=False)
                    job = waiting.pop(0)
                    process = context.Process(target=_run, args=(self._work, job, there))
                    process.start()
                    there.close()
                    running[here] = (process, job)
                ready = wait(list(running))
                for here in [each for each in running if each in ready]:
                    process, job = running.pop(here)
                    done = self._received(here)
                    process.join()
                    yield job, done
        finally:
            for process, _ in running.values():
                process.terminate()
            for process, _ in running.values():
                process.join()

    @staticmethod
    def _received(here: Connection) -> DoneT | None:
        try:
            done: DoneT = here.recv()
        except EOFError:
            return None
        finally:
            here.close()
        return done


def run_until_told(work: Coroutine[object, object, DoneT]) -> DoneT:
    """`asyncio.run` that cleans up once on Ctrl-C or SIGTERM, and then raises KeyboardInterrupt."""

    async def run() -> DoneT:
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)

        def stop() -> None:
            for number in ENDINGS:  # one is enough: a second one must not break into the cleaning up
                loop.remove_signal_handler(number)
                signal.signal(number, signal.SIG_IGN)
            task.cancel()

        for number in ENDINGS:
            loop.add_signal_handler(number, stop)
        try:
            return await task
        finally:
            for number in ENDINGS:
                loop.remove_signal_handler(number)

    try:
        return asyncio.run(run())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


def _run(work: Callable[[JobT], DoneT], job: JobT, there: Connection) -> None:
    try:
        there.send(work(job))
    except KeyboardInterrupt:
        return
    finally:
        there.close()
