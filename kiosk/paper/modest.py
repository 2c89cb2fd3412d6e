"""What a process that works for one sheet of paper allows itself: little memory, little time, no file at all."""

from __future__ import annotations

import os
import resource

from config.process import keep_memory_private

NICE = 5  # paper gives way to touches
MEMORY_BYTES = 2 * 1024**3  # of address space, most of it libraries and mapped fonts
CPU_S = 20


def modestly() -> None:
    """From now on: no core dump, no file with anything in it (a write fails), bounded memory and time."""
    keep_memory_private()
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # Python ignores SIGXFSZ
