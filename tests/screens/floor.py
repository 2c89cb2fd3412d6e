"""A hall in the middle of its morning: people have come since it opened, clerks work, and it is about ten o'clock.

The morning is played at speed by the real flows on the store that the hall is then served from; the hall's time zone is
chosen so that it is ten there now, whenever the pictures are taken.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from config.site import load_site
from hall_server.app.site_file import hall_site
from tests.e2e.web.hall import FAST_HASH, PIN, HallProcess
from tests.simulation.day import SECOND, SimulatedDay
from tests.simulation.halls import ORDINARY, demo_day, items_of
from tests.simulation.people import visitors

if TYPE_CHECKING:
    from pathlib import Path

LOCAL_HOUR = 10
FREE = frozenset({3, 11})  # counters that nobody sits at yet
CLERKS = {
    1: "陈玉",
    2: "何芳",
    4: "王兰",
    5: "罗锐",
    6: "许可",
    7: "邓婷",
    8: "赵宁",
    9: "周敏",
    10: "吴桐",
    12: "梁晓",
}
NO_SHOW_LOCK_S = 15  # so that nobody waits long for a picture
_SEED = 4
_SOUTH_MOST = -12


def hall_at_ten(folder: Path) -> HallProcess:
    """Started, with a morning behind it."""
    folder.mkdir(parents=True, exist_ok=True)
    hall = HallProcess(folder, no_show_lock_s=NO_SHOW_LOCK_S)
    _put_at_ten(hall.site)
    _play_the_morning(hall)
    return hall.start()


def _put_at_ten(site: Path) -> None:
    east = LOCAL_HOUR - datetime.now(UTC).hour
    east = east + 24 if east < _SOUTH_MOST else east
    zone = f"Etc/GMT{-east:+d}"  # the sign of these names is the other way round
    text = site.read_text(encoding="utf-8").replace("\n[defaults]\n", f'\n[defaults]\ntimezone = "{zone}"\n', 1)
    staff = "".join(
        f'[[user]]\nstaff_no = "100{no}"\nname = "{name}"\npin_hash = "{FAST_HASH.hash(PIN)}"\n'
        for no, name in CLERKS.items()
    )
    names = {"greeter": "何小雨", "lead": "周敏儿", "manager": "林主任", "technician": "赵师傅", "auditor": "沈怡"}
    for role, name in names.items():
        text = text.replace(f'name = "{role}"', f'name = "{name}"')
    site.write_text(text + staff, encoding="utf-8")


def _play_the_morning(hall: HallProcess) -> None:
    site = hall_site(load_site(hall.site))
    now = time.time_ns() // 1000
    today = datetime.fromtimestamp(now / SECOND, UTC).astimezone(site.zone).date()
    asked = items_of(site)
    everybody = visitors(demo_day(), {queue: items or [queue] for queue, items in asked.items()}, ORDINARY, _SEED)
    people = [one for one in everybody if asked[one.queue]]  # to the other queues no item leads
    morning = SimulatedDay(hall.data, site, today, people, shut=FREE)
    morning.play_until(now)
    morning.close()
