"""A fault at the n-th write or sync of a hall's file, the real store and flows on it, and what is left afterwards.

Every n from 1 to 60, then 60 drawn up to some thousands. A case whose fault has not struck is a finding, not a success.
"""

from __future__ import annotations

import atexit
import os
import random
import shutil
import tempfile
from collections import Counter
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from hall_server.store.create import create_hall
from hall_server.store.sqlite_store import FILE_NAME
from tests.drills.crash.book import Book
from tests.drills.crash.breaker import HALL, SYNCS, Breaker, Broken, Fault, Program
from tests.drills.crash.cases import Case, Result
from tests.drills.crash.local import PEOPLE, LocalHall
from tests.drills.crash.people import Kiosk
from tests.drills.crash.wire import Answer, Command
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERY, DRAWN, FARTHEST = 60, 60, 2_500
FAR = 20  # of the drawn ones: anywhere; the others thin out with the distance
LASTING_N = 20
_AFTER = 25  # turns behind the fault
_WRITES_A_TURN = 4  # at least
_AGAIN = 40
_FAST = Path("/dev/shm")


def cases_of(fault: Fault, seed: int) -> list[Case]:
    """Every n that is asked for, of one fault."""
    play = partial(strike, fault=fault)
    return [
        Case(fault.name, f"{at:03}-n{n}", seed, play, n)
        for at, n in enumerate(numbers(f"{seed}/{fault.name}", FARTHEST), 1)
    ]


def numbers(seed: str, farthest: int) -> list[int]:
    """Which calls are hit: every one to EVERY, then some that are drawn."""
    rng = random.Random(seed)
    near = [int(EVERY + (farthest - EVERY) ** rng.random()) + 1 for _ in range(DRAWN - FAR)]
    return [*range(1, EVERY + 1), *sorted(near + [rng.randint(EVERY + 1, farthest) for _ in range(FAR)])]


def lasting_cases_of(fault: Fault, seed: int) -> list[Case]:
    """A disk that stays broken from its n-th call on."""
    play = partial(strike, fault=fault)
    return [Case(fault.name, f"{n:03}", seed, play, n) for n in range(1, LASTING_N + 1)]


def room_cases(faults: Sequence[Fault], seed: int) -> list[Case]:
    """The write-ahead log's room cannot be made."""
    return [Case("room", fault.name, seed, partial(strike, fault=fault, words=("room",)), 1) for fault in faults]


def strike(case: Case, _: Path, *, fault: Fault, words: tuple[str, ...] = ()) -> Result:
    """`case.size` is n; without words of its own a case draws them."""
    rng, n = case.rng(), case.size
    traced, folder = breaker(fault, 1 if n == 1 and words else EVERY if n <= EVERY else FARTHEST)
    words = words or tuple(word for word in ("room", "folds") if rng.random() < 0.5)
    careless = "careless" in words
    turns = (n if fault.calls == SYNCS else n // _WRITES_A_TURN) + _AFTER
    _clean(folder)
    broken = traced.play(n, case.full_name, turns, *words)
    result = Result(case.full_name)
    if not broken.fired:
        result.findings.append(f"the fault has not struck within {turns} turns")
        return result
    book, waiting = _heard(broken)
    result.findings += _manners(broken, fault)
    result.findings += _afterwards(folder, book, waiting, rng)
    result.counts = {"faults": 1, "answers": len(book.answers), "put off": book.put_off.total(), **_kinds(broken)}
    result.caught = careless and any("told as" in one for one in result.findings)
    if careless:
        result.findings = []
    return result


_begun: list[tuple[Breaker, Path]] = []


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kapok-crash-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    create_hall(folder, SITE.id, "00000000-0000-0000-0000-000000000001", 0)
    return folder


@cache
def breaker(fault: Fault, when: int, program: Program = HALL) -> tuple[Breaker, Path]:
    """One for all cases that it can serve, until `close`."""
    folder = Path(tempfile.mkdtemp(prefix="kapok-crash-", dir=_FAST if os.access(_FAST, os.W_OK) else None))
    _begun.append((Breaker(folder, fault, when, program), folder))
    return _begun[-1]


@atexit.register
def close() -> None:
    """End the traced processes; the next case begins new ones."""
    for traced, folder in _begun:
        traced.close()
        shutil.rmtree(folder, ignore_errors=True)
    _begun.clear()
    breaker.cache_clear()


def _clean(folder: Path) -> None:
    for old in folder.glob("hall.*"):
        old.unlink()
    shutil.copy(_template() / FILE_NAME, folder)


def _heard(broken: Broken) -> tuple[Book, list[Command]]:
    """What was told, and what was asked without an answer."""
    book, open_ = Book(), dict[str, Command]()
    commands: dict[str, Command] = {}
    for line in broken.lines:
        if line[0] == "ask":
            command = commands[line[1]["key"]] = open_[line[1]["key"]] = Command(**line[1])
            book.asks(command)
        elif line[0] == "hear":
            answer = Answer(line[2], line[3])
            book.hears(commands[line[1]], answer)
            if not answer.later:
                open_.pop(line[1], None)
    return book, list(open_.values())


def _manners(broken: Broken, fault: Fault) -> list[str]:
    """An error of the disk is answered, survived, and over when the disk is well again; nobody dies but by a kill."""
    found = [f"a bug: {line[1]}" for line in broken.lines if line[0] == "bug"]
    if fault.kills or found:
        return found
    if broken.lines and broken.lines[-1][0] == "no start":
        return []
    if broken.status != 0 or not broken.lines or broken.lines[-1] != ["end"]:
        return [f"the process ended with {broken.status}, its last words {broken.lines[-1:]}"]
    last = [Answer(line[2], line[3]) for line in broken.lines if line[0] == "hear"][-1]
    if last.later != fault.on:
        return [f"after the fault the last answer is {last}"]
    return []


def _kinds(broken: Broken) -> dict[str, int]:
    return dict(Counter(f"child: {line[0]}" for line in broken.lines if line[0] in {"no start", "end"}))


def _afterwards(folder: Path, book: Book, waiting: list[Command], rng: random.Random) -> list[str]:
    """The next process: everybody hears what they lack, the same as before if they ask again, and there are numbers."""
    with closing(LocalHall(folder, room=True)) as hall:
        for command in [*waiting, *book.again(rng, _AGAIN)] * 2:
            book.hears(command, hall.ask(command))
        probe = Kiosk("probe", rng, {}, PEOPLE.items)
        fresh = probe.wants()
        book.asks(fresh)
        answer = hall.ask(fresh)
        book.hears(fresh, answer)
        found = [] if answer.status == 201 else [f"the next process has no number: {answer}"]
        found += [f"{command.verb} is put off" for command in waiting if command.key not in book.answers]
    return found + book.judge(folder / FILE_NAME, SITE.id)
