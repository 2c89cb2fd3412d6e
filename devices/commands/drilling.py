"""`kapok device drill`: shows the drill, writes it down, and says by the exit code whether every driver held."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import platform
import signal
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from devices import registry
from devices.commands.options import KINDS, name_of
from devices.commands.side_by_side import ENDINGS, SideBySide, run_until_told
from devices.drill import control, drill_rows, missing_rows, rows_of
from devices.drill.rows import RECOVER_S, Outcome

KINDS_AT_ONCE = 3  # rows mostly wait; with more, drivers would be late for want of cores
OUT = Path("out/device-drill.json")


@click.command(epilog="\b\nExample: kapok device drill code-scanner")
@click.argument("kinds", nargs=-1, type=KINDS)
@click.option(
    "--fault", "faults", multiple=True, help="Only rows of this name; which rows there are is not judged then."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document at the end, for programs; progress to stderr.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=OUT, show_default=True, help="Keep it.")
def drill(kinds: tuple[str, ...], *, faults: tuple[str, ...], as_json: bool, out: Path) -> None:
    """Take every driver through every fault 演练, against its emulator; exit code 1 when one does not hold.

    Without KINDS all of them, and two that are broken on purpose and have to be caught. A driver holds when each fault
    is recovered from or reported, it works again within 5 s after the fault, and nothing was read or printed twice. A
    driver without rows does not hold.
    """
    names = [name_of(kind) for kind in kinds] or [*registry.NAMES, control.KIND]
    _try_to_keep(out)
    outcomes = _all(names, faults, as_json=as_json)
    if not outcomes:
        raise click.UsageError(f"no rows of these names: {', '.join(faults)}")
    document = _document(outcomes) | {"whole": not kinds and not faults}
    out.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    broken = [outcome for outcome in outcomes if outcome.violation]
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False))
    click.echo(f"device-drill: {'NOT HELD' if broken else 'HELD'}: {len(outcomes)} rows → {out}", err=as_json)
    for outcome in broken:
        if outcome.seen is None:
            continue  # a row that is not there; it was shown
        again = f"kapok device drill {outcome.kind.replace('_', '-')} --fault {outcome.fault}"
        click.echo(f"  {_name(outcome)}: {outcome.violation}; again: {again}", err=True)
    sys.exit(1 if broken else 0)


def _try_to_keep(out: Path) -> None:
    """What cannot be kept is told now, not after some minutes. Leaves nothing there, and what is there as it is."""
    out.parent.mkdir(parents=True, exist_ok=True)
    before = out.exists()
    with out.open("a", encoding="utf-8"):
        pass
    if not before:
        out.unlink()


@dataclass(frozen=True, slots=True)
class _Job:
    kind: str
    faults: tuple[str, ...]
    as_json: bool


def _all(names: list[str], faults: tuple[str, ...], *, as_json: bool) -> list[Outcome]:
    """Every outcome in the order of the kinds; several kinds side by side, each in a process of its own."""
    jobs = [_Job(name, faults, as_json) for name in names]
    if len(jobs) == 1:
        return _drill_kind(jobs[0])
    done: dict[str, list[Outcome]] = {}
    # a shell's background job finds SIGINT ignored; whoever sends it to this one means it
    before = {number: signal.signal(number, signal.default_int_handler) for number in ENDINGS}
    try:
        for job, outcomes in SideBySide(_drill_kind, KINDS_AT_ONCE).run(jobs):
            died = Outcome(job.kind, "*", "*", None, violation="its process died")
            done[job.kind] = [died] if outcomes is None else outcomes
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return [outcome for name in names for outcome in done[name]]


def _drill_kind(job: _Job) -> list[Outcome]:
    """The outcomes of one kind, each shown as soon as it is known."""
    logging.disable(logging.WARNING)  # what drivers say of the faults that they are given
    rows, outcomes = rows_of(job.kind), []
    if job.faults:
        rows = [row for row in rows if row.fault in job.faults]
    else:
        outcomes = [] if job.kind == control.KIND else missing_rows(registry.kind_of(job.kind), rows)
    total = len(outcomes) + len(rows)
    for number, outcome in enumerate(outcomes, 1):
        _show(outcome, f"{number}/{total}", as_json=job.as_json)

    async def run() -> None:
        async with contextlib.aclosing(drill_rows(job.kind, rows)) as drilled:
            async for outcome in drilled:
                outcomes.append(control.judged(outcome) if job.kind == control.KIND else outcome)
                _show(outcomes[-1], f"{len(outcomes)}/{total}", as_json=job.as_json)

    run_until_told(run())
    return outcomes


def _show(outcome: Outcome, place: str, *, as_json: bool) -> None:
    took = "" if outcome.recover_s is None else f"{outcome.recover_s:.2f} s"
    verdict = "VIOLATION" if outcome.violation else outcome.seen or ""
    words = f"{place:>7}  {_name(outcome):<44} {verdict:<10} {took:>7}  {outcome.violation or outcome.note}"
    click.echo(words.rstrip(), err=as_json)
    (sys.stderr if as_json else sys.stdout).flush()


def _name(outcome: Outcome) -> str:
    return f"{outcome.kind}.{outcome.driver}.{outcome.fault}"


def _document(outcomes: list[Outcome]) -> dict[str, object]:
    """The same shape as every other file in out/, with what only a drill knows beside it."""
    rows = [
        {
            "id": _name(outcome),
            "what": "seconds to work again after the fault",
            "value": outcome.recover_s,
            "unit": "s",
            "goal": f"<= {RECOVER_S:g}",
            "met": not outcome.violation,
        }
        | asdict(outcome)
        for outcome in outcomes
    ]
    machine = {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()}
    return {
        "name": "device-drill",
        "at": datetime.now(UTC).isoformat(),
        "machine": machine,
        "rows": rows,
        "findings": [f"{_name(outcome)}: {outcome.violation}" for outcome in outcomes if outcome.violation],
    }
