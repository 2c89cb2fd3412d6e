"""What the kiosk says and which tones it makes: one thing at a time, the newest wins. Knows no page and no bytes.

A tone is short and is never cut off by words; words are cut off by newer words, by a key, a touch and the wipe. Every
piece that begins to sound is told, so that it stands on the glass as a caption.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.supervisor import Supervisor, watch_status
from devices.values import speaker as speakers
from devices.values.completion import End
from devices.values.speaker import Chime, Language, Urgency, Utterance
from kiosk.session import modes
from kiosk.session.effects import Say, Side, Tone
from kiosk.session.hearing import CaptionCame
from kiosk.speech.loudness import speed, volume_db
from kiosk.speech.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.ports.speaker import Speaker
    from devices.values.health import DeviceHealth
    from kiosk.runner.ports import Clock, Post
    from kiosk.speech.loudness import Quiet

LOG = logging.getLogger("kapok.kiosk.voice")

TONE_S = 2.0  # a tone that comes later than this says nothing any more
WORDS_S = 30.0
VOICES = {
    modes.Language.ZH_CN: Language.MANDARIN,
    modes.Language.ZH_HK: Language.CANTONESE,
    modes.Language.EN: Language.ENGLISH,
}


def _wall() -> datetime:
    return datetime.now().astimezone()


class Voice:
    """Says through a supervised speaker; without one it is silent, and captions are not made up."""

    def __init__(
        self,
        speaker: Speaker | None,
        *,
        post: Post,
        clock: Clock,
        on_health: Callable[[DeviceHealth], None] = lambda _health: None,
        quiet: Quiet | None = None,
        wall: Callable[[], datetime] = _wall,
    ) -> None:
        self._post, self._clock, self._quiet, self._wall = post, clock, quiet, wall
        self._supervisor: Supervisor[Speaker, DeviceHealth] | None = None
        if speaker is not None:
            watch = partial(watch_status, device="speaker")
            self._supervisor = Supervisor("speaker", speaker, watch, on_health=on_health)
        self._tones: list[tuple[Tone, Side]] = []
        self._words: Say | None = None
        self._saying: asyncio.Task[None] | None = None  # words that sound now
        self._news = asyncio.Event()

    def say(self, words: Say) -> None:
        """Say this next; at once when it interrupts. What was to be said next is not said."""
        self._words = words
        if words.interrupt:
            self._stop()
        self._news.set()

    def hush(self) -> None:
        """Say no more, not even what waits."""
        self._words = None
        self._stop()

    def tone(self, tone: Tone, side: Side = Side.BOTH) -> None:
        """Sound this; a warning does not wait for the end of a sentence, a tap is not heard beside one."""
        if tone is not Tone.TAP:
            self._stop()
        elif self._saying is not None or self._tones:
            return
        self._tones.append((tone, side))
        self._news.set()

    async def run(self) -> None:
        """Speak until cancelled."""
        if self._supervisor is None:
            return
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._supervisor.run())
            tasks.create_task(self._work(self._supervisor))

    async def _work(self, speaker: Supervisor[Speaker, DeviceHealth]) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            while self._tones or self._words is not None:
                if self._tones:
                    await self._sound(speaker, *self._tones.pop(0))
                    continue
                words, self._words = self._words, None
                if words is not None:
                    await self._speak(speaker, words)

    async def _sound(self, speaker: Supervisor[Speaker, DeviceHealth], tone: Tone, side: Side) -> None:
        chime = Utterance(
            "",
            chime=Chime(tone.value),
            urgency=Urgency.NOTICE,
            expires_s=TONE_S,
            volume_db=self._softer(),
            side=speakers.Side(side.value),
        )
        await _say(speaker, chime)

    async def _speak(self, speaker: Supervisor[Speaker, DeviceHealth], words: Say) -> None:
        self._saying = asyncio.create_task(self._say_all(speaker, words))
        try:
            await asyncio.wait({self._saying})
        finally:
            self._saying.cancel()
            (fault,) = await asyncio.gather(self._saying, return_exceptions=True)
            self._saying = None
        if isinstance(fault, Exception):  # ours: one text must not silence the kiosk, nor stop it
            LOG.error("a fault of our own", exc_info=fault)

    async def _say_all(self, speaker: Supervisor[Speaker, DeviceHealth], words: Say) -> None:
        gain = volume_db(words.volume) + (0.0 if words.private else self._softer())
        for piece in pieces(words.text, words.language):
            utterance = Utterance(
                piece.text,
                VOICES[piece.language],
                urgency=Urgency.NOTICE,
                expires_s=WORDS_S,
                volume_db=gain,
                speed=speed(words.speed),
                kept=False,
            )
            begins = partial(self._caption, words.turn, piece.text)
            if not await _say(speaker, utterance, begins):
                break
        self._caption(words.turn, "")

    def _caption(self, turn: int, text: str) -> None:
        self._post(CaptionCame(self._clock(), turn, text))

    def _softer(self) -> float:
        return -self._quiet.softer_db(self._wall().time()) if self._quiet is not None else 0.0

    def _stop(self) -> None:
        if self._saying is not None:
            self._saying.cancel()


async def _say(
    speaker: Supervisor[Speaker, DeviceHealth], utterance: Utterance, begins: Callable[[], None] = lambda: None
) -> bool:
    """Whether it sounded; a speaker that cannot is no reason to stop anything else."""
    try:
        async with speaker.use() as box:
            begins()
            result = await box.say(utterance)
    except DeviceError as error:
        LOG.info("not said: %s", error.code)
        return False
    if result.end is not End.DONE:
        LOG.info("not said: %s %s", result.end, result.reason)
    return result.end is End.DONE
