"""Where sound goes: a program that plays WAVs from its standard input, or a folder that keeps them. Know no speech."""

from __future__ import annotations

import asyncio
import itertools
from typing import TYPE_CHECKING, Protocol

from devices.errors import DeviceConfigError, DeviceLostError
from devices.speaker.codec import read_wav, silence, write_wav
from devices.speaker.programs import run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ALSA, PROGRAM = "alsa:", "program://"
SLACK_S = 5.0  # a player that is not done so long after the sound should be over hangs
PROBE_S = 0.02  # of silence: whether the sound device can be opened is known only by opening it


class Player(Protocol):
    """Plays one WAV at a time."""

    async def probe(self) -> None:
        """Whether sound can come out at all. Raises DeviceLostError."""

    async def play(self, wav: bytes) -> None:
        """Return when it has sounded. Cancelled, it is silent at once. Raises DeviceLostError, DeviceSilentError."""


class ProgramPlayer:
    """`aplay` (alsa-utils), or any program that plays a WAV which it is given on standard input."""

    def __init__(self, words: Sequence[str], *, device: str = "speaker", slack_s: float = SLACK_S) -> None:
        self._words = tuple(words)
        self._device = device
        self._slack_s = slack_s

    async def probe(self) -> None:
        await self.play(write_wav(silence(PROBE_S)))

    async def play(self, wav: bytes) -> None:
        timeout_s = read_wav(wav).seconds + self._slack_s
        code, _, complaint = await run(self._words, wav, timeout_s=timeout_s, device=self._device)
        if code:
            raise DeviceLostError(self._device, complaint or f"{self._words[0]} ended with {code}")


class FolderPlayer:
    """Keeps each WAV as a numbered file: for a page that plays it, or to listen to afterwards."""

    def __init__(self, folder: Path, *, device: str = "speaker") -> None:
        self._folder = folder
        self._device = device
        self._numbers = itertools.count(1)

    async def probe(self) -> None:
        if not self._folder.is_dir():
            raise DeviceLostError(self._device, f"no folder {self._folder}")

    async def play(self, wav: bytes) -> None:
        try:
            await asyncio.to_thread(self._keep, wav)
        except OSError as error:
            raise DeviceLostError(self._device, str(error)) from error

    def _keep(self, wav: bytes) -> None:
        while (path := self._folder / f"{next(self._numbers):05d}.wav").exists():
            pass
        half = path.with_suffix(".part")
        half.write_bytes(wav)
        half.rename(path)


def player_at(address: str, *, device: str = "speaker", slack_s: float = SLACK_S) -> ProgramPlayer:
    """The player for "alsa:default", "alsa:plughw:0,0" or "program:///usr/bin/paplay". Raises DeviceConfigError."""
    if address.startswith(ALSA) and len(address) > len(ALSA):
        return ProgramPlayer(("aplay", "-q", "-D", address.removeprefix(ALSA), "-"), device=device, slack_s=slack_s)
    if address.startswith(PROGRAM + "/"):
        return ProgramPlayer((address.removeprefix(PROGRAM),), device=device, slack_s=slack_s)
    raise DeviceConfigError(device, f"address {address!r} is none of: alsa:default, program:///path/of/a/player")
