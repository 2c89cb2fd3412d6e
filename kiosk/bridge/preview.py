"""Pictures of made-up visits, without a hall and without devices."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.bridge.window import application, close_view, open_view
from kiosk.session.modes import Modes
from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.examples import ABOUT, EXAMPLES, Nobody
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Studio:
    """A still window in which examples stand to be drawn; `landscape`: on a panel that lies."""

    def __init__(self, *, landscape: bool = False) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._app, self._landscape = application(), landscape
        self._screen = Screen(Intents(Nobody()), ABOUT)
        self._screen.show(Session(landscape=landscape))
        self._view = open_view(self._screen, still=True)
        self._view.show()

    def draw(self, name: str, modes: Modes, path: Path) -> None:
        """Draw one example (see `kiosk.viewmodels.examples`) into a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._screen.show(replace(EXAMPLES[name], modes=modes, landscape=self._landscape))
        self._app.processEvents()
        self._view.grabWindow()  # layouts find their places while a frame is drawn
        self._view.grabWindow().save(str(path))

    def close(self) -> None:
        """Take the window down."""
        close_view(self._view)


def preview(names: Iterable[str], out: Path, modes: Modes | None = None, *, landscape: bool = False) -> list[Path]:
    """Draw the examples `names` into PNG files below `out`, in these modes."""
    studio = Studio(landscape=landscape)
    made = []
    for name in names:
        made.append(out / f"{name}.png")
        studio.draw(name, modes or Modes(), made[-1])
    studio.close()
    return made
