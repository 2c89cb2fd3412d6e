"""Thirty visits to one kiosk with a camera that looks all the time: presses, turns of the page, memory at the end."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from tests.bench.kiosk.memory import pss_mb, tree_mb
from tests.bench.kiosk.offline import worst_of_100
from tests.bench.report import Row
from tests.tour.kiosk_hand import KioskHand
from tests.tour.stage import Stage

SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
PRESS_MS, TURN_MS = 80, 150
TREE_MB, SCREEN_MB = 260, 180


async def measure(visits: int) -> list[Row]:
    """Play them; everybody takes a number with a card, looks at the help page and goes."""
    os.environ.update(SCREEN)
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as name:
        folder = Path(name)
        stage, frames = Stage(folder, quick=False), folder / "frames.jsonl"
        try:
            await stage.build()
            await stage.open_hall()
            await stage.plug_in(camera=True)
            await stage.open_kiosk("--play", env={"KAPOK_FRAME_LOG": str(frames)})
            hand = KioskHand(stage.kiosk, folder)
            await hand.until(page="home", reader=True, printer=True, within_s=60)
            for number in range(visits):
                await _visit(stage, hand, number)
                if number % 10 == 9:
                    print(f"{number + 1} of {visits} visits", file=sys.stderr)
            whole, screen = tree_mb(stage.kiosk.pid), pss_mb(stage.kiosk.pid)
        finally:
            await stage.close()
        said = [json.loads(line) for line in frames.read_text(encoding="utf-8").splitlines()]
    pressed = [one["pressed_ms"] for one in said if "pressed_ms" in one]
    turned = [one["turned_ms"] for one in said if "turned_ms" in one]
    press, turn = worst_of_100(pressed), worst_of_100(turned)
    return [
        Row(
            "K3",
            f"press to the frame that shows it, p99 of {len(pressed)}",
            press,
            "ms",
            f"<= {PRESS_MS}",
            press <= PRESS_MS,
        ),
        Row("K3mid", "the same, p50", sorted(pressed)[len(pressed) // 2], "ms"),
        Row("K4", f"first frame of the next page, p99 of {len(turned)}", turn, "ms", f"<= {TURN_MS}", turn <= TURN_MS),
        Row("K4mid", "the same, p50", sorted(turned)[len(turned) // 2], "ms"),
        Row(
            "K5", f"memory of all processes, camera on, {visits} visits", whole, "MB", f"<= {TREE_MB}", whole <= TREE_MB
        ),
        Row("K5ui", "of that the screen's", screen, "MB", f"<= {SCREEN_MB}", screen <= SCREEN_MB),
    ]


async def _visit(stage: Stage, hand: KioskHand, number: int) -> None:
    await hand.tap("home.take_a_number")
    await hand.until(page="services")
    await hand.tap("access.large")
    await hand.tap("access.large")
    await hand.tap("services.item.i05")
    await hand.until(page="card")
    await stage.reader.say(f"lay 陈建明 44010119900307{number:03d}")
    await hand.until(page="confirm")
    await stage.reader.say("lift")
    await hand.tap("confirm.print_number")
    await hand.until(page="ticket", within_s=40)
    await hand.tap("ticket.finish")
    await hand.until(page="home")
