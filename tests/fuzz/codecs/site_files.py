"""What a site may write: site, day and kiosk files, credentials. A mistake is a ConfigError and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

import msgspec

from config.day_file import load_day
from config.errors import ConfigError
from config.kiosk_file import load_credential, load_kiosk
from config.site import load_site
from hall_server.app.site_file import hall_site
from hall_server.domain.appointment.slots import slots
from hall_server.domain.calendar.openings import next_open, openings
from tests.fuzz.draw import Draw
from tests.fuzz.trees import edited, to_toml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROOMS = (
    "config.reader",
    "config.day_file",
    "config.kiosk_file",
    "config.site.checks",
    "config.site.booking_checks",
    "config.site.item_checks",
    "config.site.items",
    "config.site.named",
    "config.site.opening_checks",
    "config.shapes",
    "hall_server.app.site_file",
    "hall_server.app.item_file",
    "hall_server.app.calendar_file",
    "hall_server.app.booking_file",
    "hall_server.domain.items.element",
    "hall_server.domain.items.codes",
)
MAKERS = ("trees",)
ITEM: dict[str, Any] = {
    "id": "i01",
    "name": "办理一件事",
    "theme": "户籍",
    "queue": "A",
    "kind": "permit",
    "codes": {"basic": "4401", "implementation": "", "handling": ""},
    "materials": [["m01", "身份证明", "main", ""], ["m02", "申请表", "tol", "L1"]],
    "legal_days": "15d",
    "promise_days": 5,
    "special_steps": ["听证", {"name": "专家评审", "days": "10"}],
    "reach": "city",
    "levels": ["district"],
    "situations": [
        {
            "id": "s1",
            "question": "本人来办？",
            "choices": [{"id": "c1", "words": "是", "without": ["m02"]}, {"id": "c2", "words": "否"}],
        }
    ],
    "local": ["conditions", "legal"],
    "effective_from": date(2026, 1, 1),
}
SITE: dict[str, Any] = {
    "hall": {
        "id": "hall-1",
        "name": "样本大厅",
        "hours": [
            {"days": "1-5", "open": "09:00", "close": "17:30", "kiosk_from": "08:30", "noon_counters": [1]},
            {"days": "6", "open": "09:00", "close": "12:00", "first": date(2026, 3, 1), "last": date(2026, 6, 30)},
        ],
        "extended": [{"days": "3", "until": "19:00", "counters": [1]}],
        "overrides": [{"first": date(2026, 2, 14), "open": "10:00", "close": "12:00"}],
        "general_queue": "A",
        "region": "440199",
        "booking_priority_ratio": "1:3",
    },
    "counter": [
        {"no": 1, "name": "综合", "queues": ["A", "B"], "accessible": True, "lunch": "12:00-13:00"},
        {
            "no": 2,
            "name": "专窗",
            "queues": ["B"],
            "hours": "1-5 11:00-13:00; 1-3 14:00-19:30",
            "extended": "6 09:00-10:00",
        },
    ],
    "queue": [
        {"id": "A", "letter": "A", "name": "综合", "book_share": 0.5},
        {"id": "B", "letter": "C", "name": "专项", "default_outcome": "done_at_once"},
    ],
    "item": [ITEM, {"id": "i02", "name": "另一件事", "theme": "社保", "queue": "B"}],
    "catalogue": {"effective_from": date(2026, 1, 1), "code_lengths": {"basic": [4, 12]}},
    "material": [{"id": "m01", "name": "身份证明"}, {"id": "m02", "name": "申请表"}],
    "bundle": [{"id": "b1", "name": "一件事", "items": ["i01", "i02"], "order": "serial"}],
    "venue": [{"id": "v1", "name": "街道大厅", "level": "street", "region": "440199", "items": ["i01"], "km": 1.5}],
    "kiosk": [{"id": "K1", "name": "1 号机"}],
    "board": [{"id": "main", "name": "大屏", "queues": ["A"], "arrows": {"1": "left"}}],
    "user": [{"staff_no": "1001", "name": "样本", "counters": [1]}],
    "booking": [{"first": date(2026, 1, 1), "out_of_hours": [{"days": "6", "open": "09:00", "close": "12:00"}]}],
    "defaults": {"day_rolls_at": "04:00", "timezone": "Asia/Shanghai", "affinity_min": [5, 0]},
}
DAY: dict[str, Any] = {
    "arrivals": {
        "start": "08:30",
        "step_min": 30,
        "weights": [1, 2.5, 0],
        "day_total": 300,
        "weekday_factor": {"mon": 1.2},
    },
    "service": [
        {"queue": "A", "share": 0.6, "mean_min": 8},
        {"queue": "B", "share": 0.4, "mean_min": 4, "p90_min": 9.5},
    ],
}
KIOSK: dict[str, Any] = {
    "kiosk": {"id": "K1", "name": "1 号机", "server": "http://127.0.0.1:8080", "idle_s": 60},
    "screen": {"diagonal_in": 21.5, "glass_bottom_mm": 850},
    "device": {"receipt_printer": {"driver": "escpos", "address": "tcp://127.0.0.1:9100", "width_mm": 80}},
}
CREDENTIAL: dict[str, Any] = {"hall": "hall-1", "key_id": "k1", "secret": "s" * 32}


class File:
    """A file that is not on any disk; the readers ask it for its bytes and name it in their errors."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read_bytes(self) -> bytes:
        """All of it."""
        return self._data

    def __str__(self) -> str:
        return "fuzz.toml"


READERS: tuple[tuple[Callable[[Path], Any], dict[str, Any]], ...] = (
    (load_site, SITE),
    (load_day, DAY),
    (load_kiosk, KIOSK),
    (load_credential, CREDENTIAL),
)


def attempt(data: bytes) -> None:
    """The first byte says whose file it is, and whether the rest is the file or what is edited in an example."""
    draw = Draw(data)
    what = draw.byte()
    read, example = READERS[(0, 0, 0, 0, 1, 1, 2, 3)[what & 7]]
    _read(read, to_toml(edited(draw, example, dates=True)) if what & 8 else draw.rest())


def _read(read: Callable[[Path], Any], data: bytes) -> None:
    try:
        found = read(cast("Path", File(data)))
    except ConfigError as error:
        if not error.expected:
            raise
        return
    again = read(cast("Path", File(to_toml(msgspec.to_builtins(found, builtin_types=(date,))))))
    assert again == found, "read, written and read again is another file"
    if read is load_site:
        _rules(found)
    elif read is load_day:
        assert set(found.visitors("mon")) == {one.queue for one in found.service}


def _rules(site: Any) -> None:
    """What the reader lets through, the rules can work with: every day has hours or none."""
    try:
        hall = hall_site(site)
    except ConfigError:
        return
    for days in (0, 1, 5, 45, 400):
        day = date(2026, 1, 1) + timedelta(days)
        openings(hall.calendar, hall.counters, day)
        for queue in hall.queues:
            slots(hall, queue, day)
    next_open(hall.calendar, tuple(hall.counters), 0)


SEEDS = (
    b"\x08\0",
    b'\0[hall]\nid = "x"\nname = \'y\'\nhours = [{days="1", open="09:00", close="17:00"}]\n',
    *(bytes((8 | which, 0)) for which in range(1, 8)),
    b"\0" + to_toml(SITE),
    b"\4" + to_toml(DAY),
    b"\6" + to_toml(KIOSK),
    b"\7" + to_toml(CREDENTIAL),
    *(bytes((8, 3, 1, one, 1, 2, 5, 5, one, 7, 9, 1, 4, 4, one)) for one in range(0, 250, 12)),
)
