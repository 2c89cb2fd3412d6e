"""Small processes that can be broken at any call: everything is loaded once, each order that comes in forks a child.

An order is a line: a folder, a seed, turns, calls to spend first, and words. Lines that come out are JSON; those of the
child are its own, then ["bug", what] if it raised, and ["over", pid, status] when it has ended, whatever it ended by.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Order(NamedTuple):
    """What one child does."""

    folder: str
    seed: str
    turns: int
    spend_writes: int = 0  # calls on the database that do nothing: the fault is set to a later one
    spend_syncs: int = 0
    words: tuple[str, ...] = ()


def spend(path: Path, order: Order) -> None:
    """Make so many calls on the database's file that change nothing."""
    handle = os.open(path, os.O_RDWR)
    for _ in range(order.spend_writes):
        os.pwrite(handle, b"", 0)
    for _ in range(order.spend_syncs):
        os.fdatasync(handle)
    os.close(handle)


def say(*words: object) -> None:
    """One line."""
    print(json.dumps(words), flush=True)


def fork_for_each(work: Callable[[Order], None]) -> None:
    """One child after the other, as the orders come."""
    for line in sys.stdin:
        order = Order(*json.loads(line))
        child = os.fork()
        if child == 0:
            try:
                work(order)
            except BaseException:  # noqa: BLE001 - a forked child tells its parent and ends, never goes on
                say("bug", traceback.format_exc(limit=-3))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        say("over", child, status)
