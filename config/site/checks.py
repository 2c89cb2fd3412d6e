"""Reading a site file and checking what its tables say of each other.

Checks what can be checked without a running hall; the rules themselves live in `hall_server.domain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ConfigError
from config.reader import read_toml, shaped
from config.site.opening_checks import check_extended, check_hours, check_overrides, check_own_times
from config.site.whole import Site
from config.site.words import ARROWS

if TYPE_CHECKING:
    from pathlib import Path

    from config.site.items import Item


def load_site(path: Path) -> Site:
    """Read and check a site file; raises ConfigError with file, key and what was expected."""
    site = shaped(path, read_toml(path), Site)
    _unique(path, "queue", "id", [queue.id for queue in site.queue])
    _unique(path, "queue", "letter", [queue.letter for queue in site.queue])
    _unique(path, "counter", "no", [str(counter.no) for counter in site.counter])
    _unique(path, "item", "id", [item.id for item in site.item])
    _unique(path, "kiosk", "id", [kiosk.id for kiosk in site.kiosk])
    _unique(path, "board", "id", [board.id for board in site.board])
    _unique(path, "user", "staff_no", [user.staff_no for user in site.user])
    queues = {queue.id for queue in site.queue}
    counters = {counter.no for counter in site.counter}
    items = {item.id for item in site.item}
    check_hours(path, site.hall.hours)
    check_extended(path, site.hall.extended)
    check_overrides(path, site.hall.overrides)
    check_own_times(path, "hall", site.hall.lunch)
    for index, entry in enumerate(site.hall.hours):
        _known(path, f"hall.hours[{index}].noon_counters", entry.noon_counters, counters)
    for index, longer in enumerate(site.hall.extended):
        _known(path, f"hall.extended[{index}].counters", longer.counters, counters)
    if site.hall.general_queue:
        _known(path, "hall.general_queue", (site.hall.general_queue,), queues)
    for index, counter in enumerate(site.counter):
        _known(path, f"counter[{index}].queues", counter.queues, queues)
        own = (("hours", counter.hours), ("extended", counter.extended))
        check_own_times(path, f"counter[{index}]", counter.lunch, *own)
    for index, item in enumerate(site.item):
        _known(path, f"item[{index}].queue", (item.queue,), queues)
        _material_kinds(path, index, item)
    for index, bundle in enumerate(site.bundle):
        _known(path, f"bundle[{index}].items", bundle.items, items)
    for index, board in enumerate(site.board):
        _known(path, f"board[{index}].queues", board.queues, queues)
        _known(path, f"board[{index}].arrows", tuple(board.arrows), {str(no) for no in counters})
        _known(path, f"board[{index}].arrows", tuple(board.arrows.values()), set(ARROWS))
    for index, user in enumerate(site.user):
        _known(path, f"user[{index}].counters", user.counters, counters)
    return site


def _unique(path: Path, table: str, key: str, values: list[str]) -> None:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            raise ConfigError(path, f"{table}[{index}].{key}", f"{value!r} stands twice; each must be its own")
        seen.add(value)


def _known(path: Path, key: str, named: tuple[object, ...], known: set[str] | set[int]) -> None:
    for value in named:
        if value not in known:
            choices = ", ".join(str(choice) for choice in sorted(known, key=str))
            raise ConfigError(path, key, f"{value!r} is not in this file; known: {choices}")


def _material_kinds(path: Path, index: int, item: Item) -> None:
    for row, (_, _, kind, _) in enumerate(item.materials):
        if kind not in {"main", "tol"}:
            key = f"item[{index}].materials[{row}]"
            raise ConfigError(path, key, f"the third entry must be main or tol, found {kind!r}")
