"""What the device commands have in common: speaking, masking, hearing a keyboard. Knows no device."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import threading
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

import click

from devices.errors import DeviceError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping

    from devices.ports.device import Device
    from devices.values.id_card import IdCard

T = TypeVar("T")
BoxT = TypeVar("BoxT", bound="Device")
SHOWN_DIGITS = 4  # of an ID number, at its end
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


def card_row(card: IdCard, *, full: bool) -> dict[str, str]:
    """What is shown of a card; masked, or all words on it."""
    today = datetime.now().astimezone().date()
    warning = {"warning": "expired"} if card.expired_on(today) else {}
    if not full:
        masked = {"kind": card.kind.value, "name": _name_mask(card.name), "number": _number_mask(card.number)}
        return masked | warning
    fields = {
        "kind": card.kind.value,
        "name": card.name,
        "english_name": card.english_name,
        "number": card.number,
        "ethnicity": card.ethnicity,
        "nationality": card.nationality,
        "birth": str(card.birth or ""),
        "address": card.address,
        "newest_address": card.newest_address,
        "issuer": card.issuer,
        "valid_until": "长期" if card.valid_forever else str(card.valid_until or ""),
        "permit_number": card.permit_number,
    } | warning
    return {key: value for key, value in fields.items() if value}


def _name_mask(name: str) -> str:
    """The first character and a star, for a technician; a name of one character is a star."""
    return name[0] + "*" if len(name) > 1 else "*"


def _number_mask(number: str) -> str:
    """The last four; only a star where they would be most of it."""
    return "*" + (number[-SHOWN_DIGITS:] if len(number) >= 2 * SHOWN_DIGITS else "")


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
        except (ValueError, DeviceError) as error:
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
