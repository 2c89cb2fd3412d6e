"""Boxes of a kiosk for tests of what its hall sends it: nothing is opened, what is offered is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kiosk.runner.boxes import Boxes, BoxWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.session.events import Event


def box_watch(boxes: Boxes | None = None, post: Callable[[Event], None] = lambda _: None) -> BoxWatch:
    """What it would tell a session goes to `post`."""
    return BoxWatch(
        boxes or Boxes(),
        post=post,
        clock=lambda: 0.0,
        key=bytes(32),
        day=lambda: date(2026, 11, 23),
        hear=lambda _: None,
        fresh_id=lambda: "",
    )
