"""What the device commands have in common: speaking, showing what a box says, hearing a keyboard. Knows no device."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import threading
from typing import TYPE_CHECKING, TypeVar

import click

from devices.errors import DeviceError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping

    from devices.ports.device import Device

T = TypeVar("T")
BoxT = TypeVar("BoxT", bound="Device")
CHUNK_BYTES = 4096
MAX_LINE_BYTES = 16384


def say(row: Mapping[str, object], words: str, *, as_json: bool) -> None:
    """One line, at once, also into a pipe."""
    click.echo(json.dumps(row, ensure_ascii=False) if as_json else words)
    sys.stdout.flush()


def note(words: str) -> bool:
    """A line that does not count as what was waited for."""
    click.echo(words)
    return False


def only_on_a_terminal(*, full: bool) -> None:
    """Refuse to write a whole card into a file or a pipe."""
    if full and not sys.stdout.isatty():
        raise click.UsageError("--full-on-screen shows a person's data on a terminal only, never in a file or a pipe")


@contextlib.asynccontextmanager
async def opened(box: BoxT) -> AsyncIterator[BoxT]:
    """The box open inside, closed after."""
    try:
        await box.open()
        yield box
    finally:
        await box.close()


async def show_stream(
    box: BoxT,
    stream: Callable[[], AsyncGenerator[T, None]],
    show: Callable[[T], bool],
    count: int,
    seconds: float | None,
) -> None:
    """Show what a box says until `show` was true `count` times or `seconds` are over."""
    with contextlib.suppress(TimeoutError):
        async with opened(box), asyncio.timeout(seconds), contextlib.aclosing(stream()) as items:
            async for item in items:
                count -= show(item)
                if not count:
                    return


async def obey_lines(obey: Callable[[str], Awaitable[str]], *, as_json: bool) -> None:
    """Do what each line of standard input says, until it ends; mistakes are told, never raised."""
    async for line in _lines_of_stdin():
        try:
            done = await obey(line)
        except (ValueError, OSError, DeviceError) as error:
            say({"error": str(error)}, str(error), as_json=as_json)
        else:
            say({"done": done}, done, as_json=as_json)


async def _lines_of_stdin() -> AsyncIterator[str]:
    """Lines as they come, from a terminal, a pipe, a file or nothing at all.

    A thread reads, because the loop cannot wait for files; it reads the bare descriptor, because a thread that is left
    behind in `sys.stdin` stops the interpreter from ending.
    """
    loop, chunks = asyncio.get_running_loop(), asyncio.Queue[bytes]()

    def read() -> None:
        with contextlib.suppress(OSError, RuntimeError):  # no standard input; a loop that has ended
            while data := os.read(0, CHUNK_BYTES):
                loop.call_soon_threadsafe(chunks.put_nowait, data)
            loop.call_soon_threadsafe(chunks.put_nowait, b"")

    threading.Thread(target=read, daemon=True).start()
    rest = b""
    while data := await chunks.get():
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            if line.strip():
                yield line.decode("utf-8", errors="replace").strip()
        rest = rest[-MAX_LINE_BYTES:]
    if rest.strip():
        yield rest.decode("utf-8", errors="replace").strip()
