"""Speech by espeak-ng, called as a separate program (it is GPL-3: nothing of it is linked in). `SpeechEngine`.

Mandarin goes through Pinyin (see `pinyin.py`); Cantonese and English it reads from characters. Words go in by standard
input, never as an argument, and without -m: nothing in them is a command.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceProtocolError
from devices.speaker.codec import NotWavError, read_wav, write_wav
from devices.speaker.pinyin import mandarin
from devices.speaker.programs import run
from devices.values.speaker import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "espeak-ng"
VOICES = {Language.MANDARIN: "cmn-latn-pinyin", Language.CANTONESE: "yue", Language.ENGLISH: "en"}
SPEEDS = {Language.MANDARIN: 160, Language.CANTONESE: 130, Language.ENGLISH: 150}  # 170 to 190 characters a minute
RENDER_S = 10.0  # 4.7 s of sound take 0.02 s


class EspeakEngine:
    """Sound out of espeak-ng. `speeds` are its words per minute for each language."""

    def __init__(
        self, *, program: str = PROGRAM, device: str = "speaker", speeds: Mapping[Language, int] = SPEEDS
    ) -> None:
        self._program = program
        self._device = device
        self._speeds = speeds

    async def render(self, text: str, language: Language, *, speed: float = 1.0) -> bytes:
        """A WAV of words without digits. Raises DeviceError: no program, no voice, no sound."""
        said = text
        if language is Language.MANDARIN:
            said, _missing = await asyncio.to_thread(mandarin, text)
        words = (
            self._program,
            "--stdin",
            "--stdout",
            "-b",
            "1",
            "-v",
            VOICES[language],
            "-s",
            str(round(self._speeds[language] * speed)),
        )
        code, wav, complaint = await run(words, said.encode(), timeout_s=RENDER_S, device=self._device)
        try:
            sound = read_wav(wav)
        except NotWavError as error:
            raise DeviceProtocolError(self._device, f"no speech: {complaint or error}") from error
        if code or not sound.loud_s:
            raise DeviceProtocolError(self._device, f"no speech: {complaint or 'silence'}")
        return write_wav(sound)

    async def ready(self) -> bool:
        """Whether it speaks all languages; also reads the table of readings, so that the first call is not late."""
        try:
            for language in Language:
                await self.render("一" if language is not Language.ENGLISH else "one", language)
        except DeviceError:
            return False
        return True
