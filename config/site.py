"""The site file of one hall (definitions.md 21): what it is, its counters, queues, items, kiosks, boards and people.

Checks what can be checked without a running hall; the rules themselves live in `hall_server.domain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import msgspec

from config.errors import ConfigError
from config.reader import read_toml, shaped

if TYPE_CHECKING:
    from pathlib import Path

NUMBER_LETTERS = "ACDEFGHJKLMNPRTUWXY"  # without what is misread: B I O Q S V Z

# \Z, because $ lets a trailing newline through
Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{1,32}\Z")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
ClockTime = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
Letter = Annotated[str, msgspec.Meta(pattern=rf"^[{NUMBER_LETTERS}]\Z")]
ARGON2_OR_NONE = r"^(\$argon2(id|i|d)\$v=[0-9]+\$m=[0-9]+,t=[0-9]+,p=[0-9]+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+)?\Z"
ARROWS = ("left", "right", "straight", "upstairs", "downstairs")
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Positive = Annotated[int, msgspec.Meta(ge=1, le=86_400)]
MaterialRow: TypeAlias = tuple[str, str, str, str]  # id, name, main|tol, electronic licence type or ""


Days = Annotated[str, msgspec.Meta(pattern=r"^[1-7](-[1-7])?(,[1-7](-[1-7])?)*\Z")]  # "1-5", "6,7"; 1 = Monday


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of the file; a key that is not listed here is refused."""


class Hours(Table, frozen=True):
    """Opening hours of some weekdays: days "1-5", times "09:00". A weekday that is in none is closed."""

    days: Days
    open: ClockTime
    close: ClockTime
    kiosk_from: ClockTime | None = None
    noon_counters: tuple[int, ...] = ()


class Extended(Table, frozen=True):
    """Longer hours of some counters on some weekdays."""

    days: Days
    until: ClockTime
    counters: tuple[int, ...]


class HallTable(Table, frozen=True):
    """[hall]."""

    id: Id
    name: Text
    hours: Annotated[tuple[Hours, ...], msgspec.Meta(min_length=1)]
    level: str = "district"
    english_name: str = ""
    city: str = ""
    district: str = ""
    area: str = ""  # shown on boards: 二楼 · 综合服务区
    hotline: str = "12345"
    public_address: str = ""
    walk_in_floor: Share = 0.40
    booking_priority_ratio: Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]?:[1-9][0-9]?\Z")] = "1:3"
    priority_age: Annotated[int, msgspec.Meta(ge=1, le=150)] = 65
    recall_max: Annotated[int, msgspec.Meta(ge=0, le=99)] = 3
    requeue_after_noshow: Annotated[int, msgspec.Meta(ge=0, le=99)] = 3
    general_queue: str = ""  # behind 不清楚？取综合号; empty: the kiosk sends people to a person
    extended: tuple[Extended, ...] = ()


class Counter(Table, frozen=True):
    """[[counter]] 窗口."""

    no: Annotated[int, msgspec.Meta(ge=1, le=999)]
    name: Text
    queues: tuple[str, ...]
    kinds: tuple[str, ...] = ("general",)
    accessible: bool = False
    place: str = ""  # 二楼 A 区
    lunch: str = ""
    extended: str = ""


class Queue(Table, frozen=True):
    """[[queue]] 队列; `letter` is printed, `id` is not."""

    id: Id
    letter: Letter
    name: Text
    width: Annotated[int, msgspec.Meta(ge=3, le=5)] = 3
    book_share: Share = 0.0
    default_outcome: str = "accepted"
    service_min: Annotated[float, msgspec.Meta(gt=0, le=480)] = 8.0  # mean service time until the hall has learned one


class Item(Table, frozen=True):
    """[[item]] 事项 (elements of CL-B1, as far as the hall needs them now)."""

    id: Id
    name: Text
    queue: str
    theme: Text
    dept: str = ""
    target: str = ""
    legal_days: str = ""
    src: str = ""
    promise_days: int = 0
    self_service: bool = False
    proxy: str = "any"
    hkmo: bool = True
    conditions: str = ""
    plain: Annotated[str, msgspec.Meta(max_length=120)] = ""
    note: str = ""
    season: str = ""
    reach: str = "local"
    bundle: str = ""
    commitment: bool = False
    kiosk_only_preferred: bool = False
    special_steps: tuple[str, ...] = ()
    default_outcome: str = ""  # empty: the queue's
    common: bool = False  # shown under 常办
    materials: tuple[MaterialRow, ...] = ()


class Bundle(Table, frozen=True):
    """[[bundle]] 一件事."""

    id: Id
    name: Text
    items: tuple[str, ...]
    extra: tuple[str, ...] = ()


class Kiosk(Table, frozen=True):
    """[[kiosk]] a machine on the floor."""

    id: Id
    name: Text


class Board(Table, frozen=True):
    """[[board]] a call board: what it calls, how large it is and from how far it is read."""

    id: Id
    name: Text
    area: str = ""
    queues: tuple[str, ...] = ()  # empty: all
    diagonal_in: Annotated[float, msgspec.Meta(ge=10, le=200)] = 55
    distance_m: Annotated[float, msgspec.Meta(ge=1, le=30)] = 8
    arrows: dict[str, str] = msgspec.field(default_factory=dict)  # counter no → one of ARROWS


class User(Table, frozen=True):
    """[[user]] a member of staff. `pin_hash` comes from `kapok hall pin`; empty = cannot sign in."""

    staff_no: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{2,12}\Z")]
    name: Text
    pin_hash: Annotated[str, msgspec.Meta(pattern=ARGON2_OR_NONE)] = ""
    counters: tuple[int, ...] = ()  # empty: any


class Defaults(Table, frozen=True):
    """[defaults] (definitions.md 17); seconds unless the name says otherwise."""

    print_answer_s: Positive = 90
    unconfirmed_call_s: Positive = 60
    recall_lock_s: Positive = 20
    no_show_lock_s: Positive = 50
    day_rolls_at: ClockTime = "04:00"
    timezone: str = "Asia/Shanghai"


class Site(Table, frozen=True):
    """A whole site file."""

    hall: HallTable
    counter: tuple[Counter, ...]
    queue: tuple[Queue, ...]
    item: tuple[Item, ...]
    bundle: tuple[Bundle, ...] = ()
    kiosk: tuple[Kiosk, ...] = ()
    board: tuple[Board, ...] = ()
    user: tuple[User, ...] = ()
    defaults: Defaults = Defaults()


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
    _once_a_week(path, site.hall.hours)
    for index, entry in enumerate(site.hall.hours):
        _known(path, f"hall.hours[{index}].noon_counters", entry.noon_counters, counters)
    for index, longer in enumerate(site.hall.extended):
        _known(path, f"hall.extended[{index}].counters", longer.counters, counters)
    if site.hall.general_queue:
        _known(path, "hall.general_queue", (site.hall.general_queue,), queues)
    for index, counter in enumerate(site.counter):
        _known(path, f"counter[{index}].queues", counter.queues, queues)
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


def weekdays(days: str) -> tuple[int, ...]:
    """The weekdays of "1-3,5": 1, 2, 3, 5 (1 = Monday, ISO 8601)."""
    spans = (part.partition("-") for part in days.split(","))
    return tuple(day for first, _, last in spans for day in range(int(first), int(last or first) + 1))


def _once_a_week(path: Path, hours: tuple[Hours, ...]) -> None:
    seen: set[int] = set()
    for index, entry in enumerate(hours):
        key = f"hall.hours[{index}]"
        days = weekdays(entry.days)
        if not days or len(set(days)) < len(days) or seen.intersection(days):
            raise ConfigError(path, f"{key}.days", f"each weekday once, rising, as in 1-5 or 6,7; found {entry.days!r}")
        if entry.close <= entry.open:
            raise ConfigError(path, f"{key}.close", f"a time after {entry.open}, found {entry.close}")
        seen.update(days)


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
