"""What a process that has seen identity cards, on a small box, does to itself. Knows no settings and nothing of ours.

A core dump is a copy of the memory on a disk: names and numbers of whoever stood before the kiosk.
"""

from __future__ import annotations

import ctypes
import gc
import resource
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PR_SET_DUMPABLE = 4  # linux/prctl.h
M_ARENA_MAX = -8  # malloc.h


def keep_memory_private() -> None:
    """No core dump of this process or its children, and on Linux no other process of the same user looks into it.

    Both, because a core pattern with a pipe (systemd-coredump) does not ask the limit. Best done before anything else.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def keep_memory_small() -> None:
    """One heap for all threads (glibc): each further arena of a few busy threads keeps megabytes for itself."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not in every C library
        if mallopt is not None:
            mallopt(M_ARENA_MAX, 1)


@contextmanager
def loaded_to_stay() -> Iterator[None]:
    """Around the imports of a start: none of it is garbage, so it is not looked through for any, now or ever after."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
