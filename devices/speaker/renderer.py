"""One utterance -> the WAV that is played: chime, words, pause, as often as asked. Keeps what it made for a while.

The voice pack is asked first, then the engine. What is kept is kept in memory only: a text may hold a name.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.speaker.chimes import chime
from devices.speaker.codec import Sound, joined, levelled, read_wav, silence, write_wav
from devices.speaker.words import spoken

if TYPE_CHECKING:
    from devices.ports.speaker import SpeechEngine
    from devices.speaker.voice_pack import VoicePack
    from devices.values.speaker import Utterance

AFTER_CHIME_S = 0.15
BETWEEN_S = 0.8  # between two times
SPEECH_DB = -6.0  # 3 dB over the chime of a call
LOUDEST_DB = -0.5  # what no volume goes beyond
KEPT_BYTES = 16 << 20  # of WAVs; a call of 6 s has 0.26 MB


@dataclass(frozen=True, slots=True)
class Rendered:
    """A WAV and how long it sounds, in seconds."""

    wav: bytes
    seconds: float


class Renderer:
    """`made` counts what was rendered, `reused` what was still there. `yao` reads 1 as 幺 in labels."""

    def __init__(self, engine: SpeechEngine, pack: VoicePack | None = None, *, yao: bool = False) -> None:
        self._engine = engine
        self._pack = pack
        self._yao = yao
        self._kept: OrderedDict[tuple[object, ...], Rendered] = OrderedDict()
        self._bytes = 0
        self.made = 0
        self.reused = 0

    async def ready(self) -> bool:
        """Whether words can be spoken at all; a chime always can."""
        return await self._engine.ready() or bool(self._pack and self._pack.speaks)

    async def render(self, utterance: Utterance) -> Rendered:
        """The whole of it. Raises DeviceError when the words cannot be spoken."""
        words = spoken(utterance.text, utterance.language, yao=self._yao)
        how = (utterance.chime, utterance.times, utterance.volume_db, utterance.speed, utterance.side)
        key = (words, utterance.language, *how)
        if key in self._kept:
            self.reused += 1
            self._kept.move_to_end(key)
            return self._kept[key]
        speech = await self._speech(words, utterance) if words else silence(0)
        head = (self._pack and await self._pack.chime(utterance.chime)) or chime(utterance.chime)
        gap = silence(AFTER_CHIME_S if head.seconds and speech.seconds else 0)
        again = [silence(BETWEEN_S), speech if words else head] * (utterance.times - 1)
        sound = _turned(joined([head, gap, speech, *again]), utterance.volume_db)
        rendered = Rendered(write_wav(sound, utterance.side), sound.seconds)
        self.made += 1
        if utterance.kept:
            self._keep(key, rendered)
        return rendered

    async def _speech(self, words: str, utterance: Utterance) -> Sound:
        language, speed = utterance.language, utterance.speed
        if self._pack is not None and self._pack.phrases(words, language) is not None:
            try:
                return levelled(read_wav(await self._pack.render(words, language, speed=speed)), SPEECH_DB)
            except DeviceError:
                pass  # its files are broken: the engine speaks
        return levelled(read_wav(await self._engine.render(words, language, speed=speed)), SPEECH_DB)

    def _keep(self, key: tuple[object, ...], rendered: Rendered) -> None:
        self._kept[key] = rendered
        self._bytes += len(rendered.wav)
        while self._bytes > KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.wav)


def _turned(sound: Sound, volume_db: float) -> Sound:
    """So many decibels louder or softer; what is loud already stays below full scale."""
    return levelled(sound, min(LOUDEST_DB, sound.peak_db + volume_db)) if volume_db else sound
