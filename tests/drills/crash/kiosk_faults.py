"""The same faults under the kiosk's store: the n-th write or sync of its file fails, or kills it.

Every n from 1 to 60, then 60 drawn. Half of the stores are made under the fault, half are there before. What the kiosk
has told must stand in the store that the next life opens, and no number comes twice.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.local_store import LocalStore, LocalStoreError
from tests.drills.crash.breaker import FAULTS, SYNCS, Broken, Fault, Program
from tests.drills.crash.cases import Case, Result
from tests.drills.crash.faults import EVERY, LASTING_N, breaker, numbers
from tests.drills.crash.kiosk_work import FILE_NAME, machine
from tests.drills.power.kiosk_findings import KioskTold, kiosk_findings, read
from tests.drills.power.kiosk_life import Kiosk

if TYPE_CHECKING:
    import random
    from pathlib import Path

KIOSK = Program("tests.drills.crash.kiosk_work", FILE_NAME)
FARTHEST = 600
_AFTER = 25  # visits behind the fault
_WRITES_A_VISIT = 4  # at least
_NEXT_LIFE = 6  # visits


def leg_of(fault: Fault) -> str:
    """As the results are filed."""
    return f"kiosk-{fault.name}"


def cases_of(fault: Fault, seed: int) -> list[Case]:
    """Every n that is asked for, of one fault; of one that lasts, the first ones."""
    play = partial(strike, fault=fault)
    calls = range(1, LASTING_N + 1) if fault.on else numbers(f"{seed}/{leg_of(fault)}", FARTHEST)
    return [Case(leg_of(fault), f"{at:03}-n{n}", seed, play, n) for at, n in enumerate(calls, 1)]


def strike(case: Case, _: Path, *, fault: Fault, words: tuple[str, ...] = ()) -> Result:
    """`case.size` is n."""
    rng, n, result = case.rng(), case.size, Result(case.full_name)
    traced, folder = breaker(fault, EVERY if n <= EVERY else FARTHEST, KIOSK)
    _clean(folder, fresh=rng.random() < 0.5)
    visits = (min(n, n // 2 + EVERY) if fault.calls == SYNCS else n // _WRITES_A_VISIT) + _AFTER
    broken = traced.play(n, case.full_name, visits, *words)
    if not broken.fired:
        result.findings.append(f"the fault has not struck within {visits} visits")
        return result
    told = KioskTold()
    for line in broken.lines:
        if line[0] == "told":
            told.hear(tuple(line[1:]))
    result.findings += _manners(broken, fault)
    before = len(told.labels)
    result.findings += _afterwards(folder, told, rng)
    kinds = Counter(f"child: {line[0]}" for line in broken.lines if line[0] != "told")
    result.counts = {"faults": 1, "numbers told": before, **kinds}
    if "careless" in words:
        result.caught, result.findings = any("was reserved" in one for one in result.findings), []
    return result


def of_a_careless_kiosk(case: Case, folder: Path) -> Result:
    """The control: a kiosk that tells a number which the disk has refused, struck at `case.size` calls at most."""
    for n in range(1, case.size + 1):
        one = Case(case.leg, case.name, case.seed, case.play, n)
        result = strike(one, folder, fault=FAULTS[0], words=("careless",))
        if result.caught:
            break
    return result


def _clean(folder: Path, *, fresh: bool) -> None:
    for old in folder.glob(f"{FILE_NAME}*"):
        old.unlink()
    if fresh:
        (folder / FILE_NAME).touch()
    else:
        LocalStore(folder / FILE_NAME, machine(0)).close()


def _manners(broken: Broken, fault: Fault) -> list[str]:
    """An error of the disk is told, survived, and over when the disk is well again; nobody dies but by a kill."""
    found = [f"a bug: {line[1]}" for line in broken.lines if line[0] == "bug"]
    if fault.kills or found or (broken.lines and broken.lines[-1][0] == "no start"):
        return found
    if broken.status != 0 or not broken.lines or broken.lines[-1] != ["end"]:
        return [f"the process ended with {broken.status}, its last words {broken.lines[-1:]}"]
    refused = broken.lines[-2][0] == "failed"
    return [] if refused == fault.on else [f"after the fault the last visit: {broken.lines[-2]}"]


class _Heard:
    def __init__(self, told: KioskTold) -> None:
        self._told = told

    def send(self, told: tuple[Any, ...], /) -> None:
        self._told.hear(told)


def _afterwards(folder: Path, told: KioskTold, rng: random.Random) -> list[str]:
    """The next life on a disk that is well: it starts, gives numbers, and lacks nothing."""
    path = folder / FILE_NAME
    found = [f"{one.name} was put aside" for one in folder.glob(f"{FILE_NAME}.broken-*")]
    try:
        with closing(LocalStore(path, machine(2))) as store:
            kiosk = Kiosk(_Heard(told), store, 2, rng)
            for visit in range(_NEXT_LIFE):
                kiosk.visit(own=visit % 2 == 0)
            kiosk.deliver()
            return found + kiosk_findings(read(path), told)
    except LocalStoreError as error:
        return [*found, f"the next life has no numbers: {error}"]
