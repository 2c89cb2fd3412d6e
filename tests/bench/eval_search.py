"""`make eval-search`: how often the right item is among the first three, by half and kind → out/eval-search.json.

The frozen half is only ever counted: none of its phrases is printed or written. Of the open half the misses are shown,
so that whoever writes by-names can see what people say. What the hall has nothing for must find nothing.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from config.site import load_site
from hall_server.app.site_file import hall_site
from hall_server.domain.items.showing import shown
from kiosk.guides.search import Search
from tests.bench.report import Row, report
from tests.bench.search.phrases import Half, Kind, nothing, phrases
from tests.house_rules.sources import ROOT

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Catalogue
    from tests.bench.search.phrases import Phrase

GOAL = 0.90
FAST_MS = 5.0
MANY = 200  # items of the catalogue that is timed
TIMES = 5


def demo() -> Catalogue:
    """The demo hall's catalogue as its kiosks are told it."""
    return shown(hall_site(load_site(ROOT / "config/sites/demo.toml")))


def missed(search: Search, half: Half) -> list[Phrase]:
    """The phrases of a half whose right answer is not among the first three."""
    return [one for one in phrases(half) if not one.is_hit([hit.id for hit in search.find(one.text) or ()])]


def _first_is_sure(search: Search, text: str) -> bool:
    return any(hit.sure for hit in search.find(text) or ())


def rate(half: Half, wrong: list[Phrase], kind: Kind | None = None) -> float:
    """The share of hits, of one kind or of all."""
    asked = sum(kind in {None, one.kind} for one in phrases(half))
    return 1 - sum(kind in {None, one.kind} for one in wrong) / asked


def many(catalogue: Catalogue) -> Catalogue:
    """The demo hall's items over and over, under other ids, until there are MANY."""
    copies = range(-(-MANY // len(catalogue.items)))
    items = [msgspec.structs.replace(one, id=f"{one.id}_{copy}") for copy in copies for one in catalogue.items]
    return msgspec.structs.replace(catalogue, items=tuple(items[:MANY]))


def slowest_ms(catalogue: Catalogue) -> tuple[float, float]:
    """Processor milliseconds of one question over MANY items: (median, slowest), each question's best of some."""
    search = Search(many(catalogue))
    best = []
    for one in phrases(Half.OPEN):
        taken = []
        for _ in range(TIMES):
            began = time.thread_time()  # what else the machine does is not the search's
            search.find(one.text)
            taken.append(1000 * (time.thread_time() - began))
        best.append(min(taken))
    return statistics.median(best), max(best)


def main() -> None:
    """Measure and write."""
    catalogue = demo()
    search = Search(catalogue)
    rows = []
    for half in (Half.OPEN, Half.FROZEN):
        wrong, counted = missed(search, half), Counter(one.kind for one in phrases(half))
        name = half.value.removeprefix("phrases_")
        what = f"{name} half, {counted.total()} phrases, right among the first three"
        goal = f">= {GOAL:.2f}" if half is Half.FROZEN else ""
        value = rate(half, wrong)
        rows.append(Row(f"S-{name}", what, round(value, 4), "share", goal, value >= GOAL if goal else None))
        sure = sum(_first_is_sure(search, one.text) for one in phrases(half)) / counted.total()
        rows.append(Row(f"S-{name}-sure", "of all, answered as sure", round(sure, 4), "share"))
        rows += [
            Row(f"S-{name}-{kind}", f"of {counted[kind]} {kind}", round(rate(half, wrong, kind), 4), "share", "", None)
            for kind in Kind
        ]
        if half is Half.OPEN:
            for one in wrong:
                print(f"  missed ({one.kind}): {one.text} → {', '.join(sorted(one.ids))}")
    found = sum(_first_is_sure(search, text) for text in nothing())
    rows.append(Row("S-nothing", f"of {len(nothing())} the hall has nothing for", found, "sure", "== 0", found == 0))
    median, slowest = slowest_ms(catalogue)
    rows.append(Row("S-ms", f"one question over {MANY} items, median", round(median, 2), "ms", "", None))
    rows.append(Row("S-ms-max", "the slowest", round(slowest, 2), "ms", f"<= {FAST_MS}", slowest <= FAST_MS))
    report("eval-search", rows)


if __name__ == "__main__":
    main()
