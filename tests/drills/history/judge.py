"""What is said of a leg: histories that no order explains, owners, books. Refused histories are kept to look again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench import report
from tests.drills.history import books
from tests.drills.history.operations import Operation
from tests.drills.history.wing_gong import Refusal, linearizable, refusals, smallest
from tests.drills.invariants import hall_findings
from tests.integration.hall_server.served import HALL_ID

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.drills.history.legs import Done
    from tests.drills.history.recorder import Recorder

_KEPT = 50


@dataclass(frozen=True)
class Findings:
    """Of one leg; every list is empty when all is well."""

    refused: list[Refusal]
    owners: list[str]
    order: list[str]
    hall: list[str]


def judge(done: Done) -> Findings:
    """Everything that a leg has to show. The last state of each row is the last answer of its ticket's history."""
    recorder = done.recorder
    recorder.close(books.rows(done.where, HALL_ID))
    return Findings(
        refused=list(refusals(recorder.histories)),
        owners=books.two_owners(done.where, HALL_ID),
        order=books.out_of_order(recorder.histories),
        hall=hall_findings(done.where, HALL_ID, recorder.told),
    )


def keep(name: str, refused: Iterable[Refusal], recorder: Recorder) -> Path:
    """Write whole histories of refused tickets where `again` finds them."""
    found = [
        {"ticket": one.ticket, "history": [each.document() for each in recorder.histories[one.ticket]]}
        for one in list(refused)[:_KEPT]
    ]
    report.OUT.mkdir(exist_ok=True)
    path = report.OUT / f"drill-history-{name}-refused.json"
    path.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return path


def again(path: Path) -> list[str]:
    """Judge kept histories once more: the words for each that is refused."""
    found = json.loads(path.read_text(encoding="utf-8"))
    histories = {one["ticket"]: [Operation.from_document(each) for each in one["history"]] for one in found}
    return [smallest(ticket, history).words() for ticket, history in histories.items() if not linearizable(history)]
