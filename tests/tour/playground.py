"""A hall to play with: everything runs, a person at the keyboard moves card and paper."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from typing import TYPE_CHECKING

from tests.tour.people import PEOPLE
from tests.tour.stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

PRINTER_WORDS = ("paper-", "cover-open", "cutter", "offline", "mute", "heal")


async def playground(out: Path, port: int) -> None:
    """Put the hall up, say where everything is, obey words until Ctrl-C or until the kiosk is closed."""
    stage = Stage(out, quick=False)
    stage.port = port
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await stage.open_city()
        await stage.build()
        await stage.open_hall()
        await stage.plug_in()
        await stage.open_kiosk()
        _tell(stage)
        words = asyncio.create_task(_obey(stage))
        closed = asyncio.create_task(stage.kiosk.ended())
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({closed, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in (words, closed, stopped):
            task.cancel()
        await asyncio.gather(words, closed, stopped, return_exceptions=True)
    finally:
        await stage.close()


def _tell(stage: Stage) -> None:
    print(f"\n  board     {stage.address}/board/main\n  console   {stage.address}/counter")
    for clerk in stage.clerks:
        print(f"            staff number {clerk.staff_no}, PIN {clerk.pin}  ({clerk.name})")
    assert stage.city
    print(f"  city      {stage.city.address}/ (booking, messages, faults)")
    print(f"  phone     {stage.city.address}/phone/chen (陈*明); a picture of it: show FILE holds it before the camera")
    print(f"  slips     {stage.slips} (the code on each opens its ticket page)\n  kiosk     on your screen")
    print("\nMade-up people (any of them, by number):")
    for number, person in enumerate(PEOPLE, 1):
        print(f"  lay {number:<3} {person.name}")
    print(
        "\nWords: lay N, lift, show FILE, paper-out, paper-out after 300, mute, heal. Ctrl-C ends everything.\n",
        flush=True,
    )


async def _obey(stage: Stage) -> None:
    """Card words go to the card reader, paper words to the printer."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        word = line.strip()
        verb, _, rest = word.partition(" ")
        if verb == "lay" and rest.isascii() and rest.isdigit() and 1 <= int(rest) <= len(PEOPLE):
            person = PEOPLE[int(rest) - 1]
            await stage.reader.say(f"lay {person.name} {person.number}")
        elif verb in {"lay", "lift", "unreadable", "fault"}:
            await stage.reader.say(word)
        elif verb in {"show", "blank"} and stage.camera:
            await stage.camera.say(word)
            continue
        elif word.startswith(PRINTER_WORDS):
            await stage.printer.say(word)
        elif word:
            print("words: lay N, lift, unreadable, paper-out, paper-out after 300, cover-open, mute, heal")
            continue
        with contextlib.suppress(IndexError):
            await asyncio.sleep(0.2)
            print(f"  {(stage.reader if verb in {'lay', 'lift'} else stage.printer).lines[-1]}", flush=True)
