"""Pictures of made-up visits, without a hall and without devices."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.bridge.window import application, close_view, open_view
from kiosk.session.modes import Modes
from kiosk.session.state import Session
from kiosk.viewmodels.examples import ABOUT, EXAMPLES, Nobody
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def preview(names: Iterable[str], out: Path, modes: Modes | None = None, *, landscape: bool = False) -> list[Path]:
    """Draw the examples `names` (see `kiosk.viewmodels.examples`) into PNG files below `out`, in these modes."""
    read_as = modes or Modes()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    screen = Screen(Intents(Nobody()), ABOUT)
    screen.show(Session(modes=read_as, landscape=landscape))
    view = open_view(screen, still=True)
    view.show()
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for name in names:
        screen.show(replace(EXAMPLES[name], modes=read_as, landscape=landscape))
        app.processEvents()
        made.append(out / f"{name}.png")
        view.grabWindow().save(str(made[-1]))
    close_view(view)
    return made
