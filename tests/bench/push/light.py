"""What one update weighs on the wire for whoever works there, while 600 people wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.report import Row
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import signed_in

if TYPE_CHECKING:
    from pathlib import Path

WAITING, MOST = 600, 20_000


def measure(folder: Path) -> list[Row]:
    """Bytes of one drawing, page by page."""
    hall = HallProcess(folder).start()
    try:
        for _ in range(WAITING):
            hall.take("A")
        clerk = signed_in(hall, "clerk")
        clerk.post("/counter/sit", {"counter": "2"}).raise_for_status()
        stage = clerk.get("/counter/stage")
        hall.call(2)
        called = clerk.get("/counter/stage")
        greeter = signed_in(hall, "greeter").get("/greeter/live")
        lead = signed_in(hall, "lead").get("/lead/now")
        board = clerk.get("/board/main/now")
    finally:
        hall.stop()
    rows = (
        ("L1", f"console's update, {WAITING} waiting", stage),
        ("L2", "the same while somebody is called", called),
        ("L3", "greeter's update", greeter),
        ("L4", "lead's update", lead),
        ("L5", "a board's snapshot", board),
    )
    for _, _, answer in rows:
        answer.raise_for_status()
    return [
        Row(id_, what, len(answer.content), "bytes", f"<= {MOST}", len(answer.content) <= MOST)
        for id_, what, answer in rows
    ]
