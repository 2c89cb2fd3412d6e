"""A folder of recorded phrases: `<folder>/<language>/<phrase>.wav`, and `<folder>/chime/<chime>.wav`. `SpeechEngine`.

A text is spoken by the pack if its phrases cover all of it, the longest first: a voice that changes in the middle of a
sentence is worse than the engine's. Phrases are spelled out as `words.py` does: 请.wav, 零.wav, A.wav, 号窗口.wav.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from devices.errors import DeviceProtocolError
from devices.speaker.codec import NotWavError, Sound, joined, read_wav, silence, write_wav
from devices.values.speaker import Chime, Language

if TYPE_CHECKING:
    from pathlib import Path

LOG = logging.getLogger("kapok.device.speaker")

PAUSE_S = {"，": 0.25, ",": 0.25, "、": 0.15, "。": 0.4, ".": 0.4, "！": 0.4, "!": 0.4, "？": 0.4, "?": 0.4, " ": 0.0}
LARGEST_BYTES = 8 << 20
CHIMES = "chime"


class VoicePack:
    """What a folder can say. Names are read by `load`, sounds when they are needed; what is no WAV is left out."""

    def __init__(self, folder: Path, *, device: str = "speaker") -> None:
        self._folder = folder
        self._device = device
        self._phrases: dict[str, dict[str, Path]] = {}
        self._bad: set[Path] = set()

    @property
    def speaks(self) -> bool:
        """It holds phrases of some language."""
        return any(self._phrases.get(language) for language in Language)

    def load(self) -> None:
        """Look into the folder; one that is not there holds nothing."""
        for name in (*Language, CHIMES):
            found = (self._folder / name).glob("*.wav")
            self._phrases[name] = {path.stem.casefold(): path for path in sorted(found)}

    def phrases(self, text: str, language: Language) -> list[str] | None:
        """`text` cut into recorded phrases and pauses; None when they do not cover it."""
        known = self._phrases.get(language, {})
        longest = max(map(len, known), default=0)
        found: list[str] = []
        at, low = 0, text.casefold()
        while at < len(low):
            for length in range(min(longest, len(low) - at), 0, -1):
                piece = low[at : at + length]
                if piece in known and known[piece] not in self._bad:
                    break
            else:
                piece = low[at]
                if piece not in PAUSE_S:
                    return None
            found.append(piece)
            at += len(piece)
        return found if any(piece in known for piece in found) else None

    async def render(self, text: str, language: Language, *, speed: float = 1.0) -> bytes:  # noqa: ARG002 -- as recorded
        """The recorded phrases, one behind the other. Raises DeviceProtocolError when they do not cover the text."""
        while (phrases := self.phrases(text, language)) is not None:
            known = self._phrases[language]
            parts = [await self._read(known[piece]) if piece in known else silence(PAUSE_S[piece]) for piece in phrases]
            if all(part is not None for part in parts):
                return write_wav(joined([part for part in parts if part is not None]))
        raise DeviceProtocolError(self._device, "not in the voice pack")

    async def chime(self, which: Chime) -> Sound | None:
        """The recorded chime, if there is one."""
        path = self._phrases.get(CHIMES, {}).get(which)
        return await self._read(path) if path and path not in self._bad else None

    async def _read(self, path: Path) -> Sound | None:
        try:
            return await asyncio.to_thread(_sound_in, path)
        except (OSError, NotWavError) as error:
            LOG.warning("%s: %s is left out: %s", self._device, path.name, error)
            self._bad.add(path)
            return None


def _sound_in(path: Path) -> Sound:
    if path.stat().st_size > LARGEST_BYTES:
        raise NotWavError("too large")
    return read_wav(path.read_bytes())
