"""What serves ears and fingers: the voice, and the pad below the screen. Knows no page."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from kiosk.runner.pad import PadWatch
from kiosk.runner.voice import Voice
from kiosk.session.effects import Hush, PlayTone, Say, Tone, Wipe

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.access_pad import PadKey
    from devices.values.health import DeviceHealth
    from kiosk.runner.boxes import Boxes
    from kiosk.runner.ports import Clock, Post
    from kiosk.speech.loudness import Quiet


class Senses:
    """Sounds what the session wants heard, and tells what the pad felt. All of it is optional."""

    def __init__(
        self,
        boxes: Boxes,
        *,
        post: Post,
        clock: Clock,
        on_health: Callable[[DeviceHealth], None],
        quiet: Quiet | None = None,
    ) -> None:
        self._voice = Voice(boxes.speaker, post=post, clock=clock, on_health=on_health, quiet=quiet)
        self._pad = PadWatch(boxes.access_pad, post=post, clock=clock, on_health=on_health)

    def sound(self, effect: PlayTone | Say | Hush | Wipe) -> None:
        """Make it heard; what is wiped is not said to its end."""
        match effect:
            case PlayTone():
                self._voice.tone(effect.tone, effect.side)
            case Say():
                self._voice.say(effect)
            case Hush() | Wipe():
                self._voice.hush()

    def tick(self) -> None:
        """Something was touched."""
        self._voice.tone(Tone.TAP)

    def on_key(self, callback: Callable[[PadKey], None]) -> None:
        """Call back with every key of the pad, on the loop's thread."""
        self._pad.listen(callback)

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._voice.run())
            tasks.create_task(self._pad.run())
