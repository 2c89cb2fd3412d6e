"""Pictures of made-up visits, without a hall and without devices."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.bridge.window import application, close_view, open_view
from kiosk.viewmodels.examples import ABOUT, EXAMPLES, Nobody
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def preview(names: Iterable[str], out: Path) -> list[Path]:
    """Draw the examples `names` (see `kiosk.viewmodels.examples`) into PNG files below `out`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    screen = Screen(Intents(Nobody()), ABOUT)
    view = open_view(screen, still=True)
    view.show()
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for name in names:
        screen.show(EXAMPLES[name])
        app.processEvents()
        made.append(out / f"{name}.png")
        view.grabWindow().save(str(made[-1]))
    close_view(view)
    return made
