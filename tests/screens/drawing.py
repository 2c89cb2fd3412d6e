"""All pictures, part by part, each part in a hall of its own; whatever a page complains of ends it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from playwright.sync_api import sync_playwright

from tests.e2e.web.screen import ARGS, Screens
from tests.screens.at_counters import draw_console, draw_login
from tests.screens.at_desks import draw_greeter, draw_office, draw_telephone
from tests.screens.at_walls import draw_boards, draw_closed, draw_windows
from tests.screens.floor import hall_at_ten
from tests.screens.shots import Shots

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser

    from tests.e2e.web.hall import HallProcess

Part: TypeAlias = "Callable[[HallProcess, Screens, Shots], None]"
PARTS: tuple[Part, ...] = (
    draw_login, draw_console, draw_boards, draw_windows, draw_greeter, draw_office, draw_telephone,
)  # fmt: skip


def draw(out: Path, told: Callable[[str], None], parts: Sequence[Part] = PARTS) -> Shots:
    """Every picture of these parts into a folder; `told` hears of each."""
    shots = Shots(out)
    with tempfile.TemporaryDirectory(prefix="kapok-screens-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        for part in parts:
            _draw_part(part, Path(folder) / part.__name__, browser, shots)
            told(f"{part.__name__}: {len(shots.taken)} pictures")
        screens = Screens(browser)
        draw_closed(Path(folder) / "closed", screens, shots)
        _end(screens)
        browser.close()
    return shots


def _draw_part(part: Part, folder: Path, browser: Browser, shots: Shots) -> None:
    hall, screens = hall_at_ten(folder), Screens(browser)
    try:
        part(hall, screens, shots)
        _end(screens)
    finally:
        hall.stop()


def _end(screens: Screens) -> None:
    screens.close()
    if screens.complaints:
        raise RuntimeError("; ".join(screens.complaints))
