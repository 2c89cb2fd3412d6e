"""The hall and what stands in it: hours, counters, queues, kiosks, boards, people. Knows no items.

No postponed annotations here: msgspec needs the tables of the hours when it reads a file.
"""

from typing import Annotated

import msgspec

from config.shapes import (
    ARGON2_OR_NONE,
    ClockTime,
    Hardware,
    Id,
    Letter,
    Level,
    Positive,
    Region,
    Share,
    Spoken,
    StaffWord,
    Table,
    Text,
    WebAddress,
)
from config.site.opening import Extended, Hours, LunchTime, Override, OwnHours, OwnLunch, Weekday


class HallTable(Table, frozen=True):
    """[hall]."""

    id: Id
    name: Text
    hours: Annotated[tuple[Hours, ...], msgspec.Meta(min_length=1)]
    level: Level = "district"
    english_name: str = ""
    pack: Annotated[str, msgspec.Meta(pattern=r"^[a-z_-]{0,32}\Z")] = ""  # wording pack; empty: names are not checked
    city: str = ""
    district: str = ""
    area: str = ""  # shown on boards: 二楼 · 综合服务区
    hotline: str = "12345"
    public_address: WebAddress = ""  # of the visitors' ticket pages
    complaint_categories: str = ""  # the city's table of complaints, a path from the site file; empty: the usual one
    walk_in_floor: Share = 0.40
    booking_priority_ratio: Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]?:[1-9][0-9]?\Z")] = "1:3"
    priority_age: Annotated[int, msgspec.Meta(ge=1, le=150)] = 65
    recall_max: Annotated[int, msgspec.Meta(ge=0, le=99)] = 3
    requeue_after_noshow: Annotated[int, msgspec.Meta(ge=0, le=99)] = 3
    general_queue: str = ""  # behind 不清楚？取综合号; empty: the kiosk sends people to a person
    extended: tuple[Extended, ...] = ()
    lunch: LunchTime = "12:00-14:00"  # of counters that are not among their day's noon_counters
    make_up_like: Weekday = 1  # a make-up working day 调休 is worked like this weekday
    overrides: tuple[Override, ...] = ()
    region: Region | None = None  # without it nobody is from elsewhere
    former_regions: tuple[Region, ...] = ()  # that identity numbers of people here still begin with
    cross_region_queue: str = ""  # 跨域通办; empty: people from elsewhere stand in the item's own queue
    address: str = ""
    floor_m2: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] | None = None
    numbers_when_closed: bool = False  # for shows and tests: numbers are given at any hour
    voice_pack: str = ""  # a folder of recorded phrases, a path from the site file; empty: espeak-ng says all
    yao: bool = False  # 1 is read as 幺 in numbers
    barrier_free: tuple[Text, ...] = ()  # 无障碍电梯, 低位窗口 …


class Counter(Table, frozen=True):
    """[[counter]] 窗口."""

    no: Annotated[int, msgspec.Meta(ge=1, le=999)]
    name: Text
    queues: tuple[str, ...]
    kinds: tuple[str, ...] = ("general",)
    accessible: bool = False
    place: str = ""  # 二楼 A 区
    hours: OwnHours = ""  # 错时: these instead of the hall's
    lunch: OwnLunch = ""
    extended: OwnHours = ""  # 延时: these besides


class Queue(Table, frozen=True):
    """[[queue]] 队列; `letter` is printed, `id` is not."""

    id: Id
    letter: Letter
    name: Text
    width: Annotated[int, msgspec.Meta(ge=3, le=5)] = 3
    book_share: Share = 0.0
    default_outcome: str = "accepted"
    service_min: Annotated[float, msgspec.Meta(gt=0, le=480)] = 8.0  # mean service time until the hall has learned one


class Kiosk(Table, frozen=True):
    """[[kiosk]] a machine on the floor."""

    id: Id
    name: Text
    where: str = ""
    hardware: tuple[Hardware, ...] = ()  # so that other kiosks know where to send people


class Board(Table, frozen=True):
    """[[board]] a call board: what it calls, how large it is and from how far it is read."""

    id: Id
    name: Text
    area: str = ""
    queues: tuple[str, ...] = ()  # empty: all
    diagonal_in: Annotated[float, msgspec.Meta(ge=10, le=200)] = 55
    distance_m: Annotated[float, msgspec.Meta(ge=1, le=30)] = 8
    zone: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{0,32}\Z")] = ""  # boards that are heard together
    speaks: tuple[Spoken, ...] = ("mandarin",)  # the first twice, the others once; none: only the chime
    arrows: dict[str, str] = msgspec.field(default_factory=dict)  # counter no → one of ARROWS


class User(Table, frozen=True):
    """[[user]] a member of staff. `pin_hash` comes from `kapok hall pin`; empty = cannot sign in."""

    staff_no: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{2,12}\Z")]
    name: Text
    pin_hash: Annotated[str, msgspec.Meta(pattern=ARGON2_OR_NONE)] = ""
    roles: tuple[StaffWord, ...] = ("clerk",)
    counters: tuple[int, ...] = ()  # empty: any
    looks: Annotated[str, msgspec.Meta(max_length=16)] = ""  # by what visitors know whoever comes to help: 红马甲


Credit = Annotated[int, msgspec.Meta(ge=0, le=120)]  # minutes


class Defaults(Table, frozen=True):
    """[defaults] (definitions.md 17); seconds unless the name says otherwise."""

    print_answer_s: Positive = 90
    unconfirmed_call_s: Positive = 60
    recall_lock_s: Positive = 20
    no_show_lock_s: Positive = 50
    undo_s: Positive = 10
    requests_per_s: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 100  # of one API key
    request_burst: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 500
    heartbeat_s: Annotated[int, msgspec.Meta(ge=1, le=300)] = 30
    day_rolls_at: ClockTime = "04:00"
    booked_credit_min: Credit = 15
    priority_credit_min: Credit = 12
    longest_wait_min: Annotated[int, msgspec.Meta(ge=10, le=480)] = 60
    affinity_min: tuple[Credit, ...] = ()  # by the position of a queue in a counter's `queues`
    timezone: str = "Asia/Shanghai"
