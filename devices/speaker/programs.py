"""Runs a separate program with bytes in and bytes out; never leaves one behind. Knows no speech and no sound."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from asyncio.subprocess import PIPE, Process
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError, DeviceSilentError

if TYPE_CHECKING:
    from collections.abc import Sequence


async def run(words: Sequence[str], data: bytes, *, timeout_s: float, device: str) -> tuple[int, bytes, str]:
    """(exit code, output, last line of complaints) of a program that was given `data`.

    Raises DeviceLostError when it is not there and DeviceSilentError when it takes longer than `timeout_s`; it is
    killed then, as when the task is cancelled.
    """
    try:
        process = await _begun(words)
    except OSError as error:
        raise DeviceLostError(device, f"cannot run {words[0]}: {error.strerror}") from error
    try:
        async with asyncio.timeout(timeout_s):
            output, complaints = await process.communicate(data)
    except TimeoutError as error:
        raise DeviceSilentError(device, f"{words[0]} does not end") from error
    finally:
        await _end(process)
    last = complaints.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
    return process.returncode or 0, output, last


async def _begun(words: Sequence[str]) -> Process:
    """The process; one that was cancelled while it began is seen to its end, or its pipes would stay open."""
    beginning = asyncio.ensure_future(
        asyncio.create_subprocess_exec(*words, stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True)
    )
    try:
        return await asyncio.shield(beginning)
    except asyncio.CancelledError:
        with contextlib.suppress(OSError):
            await _end(await beginning)
        raise


async def _end(process: Process) -> None:
    """Kill it and what it started, which may outlive it and hold its pipes, and close them."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    closing = asyncio.ensure_future(process.communicate())  # it is dead: this takes no time
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        try:
            await asyncio.shield(closing)
        except asyncio.CancelledError:  # cancelled once more: its pipes are closed all the same
            await closing
            raise
