"""WAV bytes <-> sound: one channel of 16-bit samples. Sans-IO; reads what programs stream and people record.

RIFF/WAVE PCM as Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" has it. Programs that
stream do not know the lengths beforehand (espeak-ng writes 0x7FFFF000): a chunk ends at its length or with the bytes.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from devices.values.speaker import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

RATE = 22050  # samples a second: what espeak-ng gives
LOUDEST = 32767
_PCM, _EXTENSIBLE = 1, 0xFFFE
_RATES = range(4000, 192_001)


class NotWavError(ValueError):
    """These bytes are no sound that we can play."""


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Samples at `rate` per second; -32768 … 32767."""

    samples: NDArray[np.int16]
    rate: int = RATE

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.samples) / self.rate

    @property
    def peak_db(self) -> float:
        """The loudest sample in dBFS; -inf for silence."""
        loudest = int(np.abs(self.samples.astype(np.int32)).max(initial=0))
        return 20 * math.log10(loudest / LOUDEST) if loudest else -math.inf

    @property
    def loud_s(self) -> float:
        """For how many seconds something is to be heard (20 ms pieces above -50 dBFS)."""
        size = max(1, self.rate // 50)
        pieces = len(self.samples) // size
        if not pieces:
            return 0.0
        framed = self.samples[: pieces * size].reshape(pieces, size).astype(np.float64)
        return float((np.sqrt((framed**2).mean(axis=1)) > LOUDEST * 10 ** (-50 / 20)).sum() * size / self.rate)


def silence(seconds: float, rate: int = RATE) -> Sound:
    """Nothing, for so long."""
    return Sound(np.zeros(max(0, round(seconds * rate)), np.int16), rate)


def joined(parts: Sequence[Sound], rate: int = RATE) -> Sound:
    """One after the other, all at `rate`."""
    return Sound(np.concatenate([np.zeros(0, np.int16), *(resampled(part, rate).samples for part in parts)]), rate)


def levelled(sound: Sound, peak_db: float) -> Sound:
    """The same with its loudest sample at `peak_db` dBFS; silence stays silence."""
    if sound.peak_db == -math.inf:
        return sound
    gain = 10 ** ((peak_db - sound.peak_db) / 20)
    return Sound(np.clip(sound.samples * gain, -LOUDEST - 1, LOUDEST).astype(np.int16), sound.rate)


def resampled(sound: Sound, rate: int) -> Sound:
    """The same at another rate, linearly between the samples: good enough for speech."""
    if sound.rate == rate or not len(sound.samples):
        return Sound(sound.samples, rate)
    length = max(1, round(len(sound.samples) * rate / sound.rate))
    places = np.linspace(0, len(sound.samples) - 1, length)
    between = np.interp(places, np.arange(len(sound.samples)), sound.samples)
    return Sound(between.astype(np.int16), rate)


def write_wav(sound: Sound, side: Side = Side.BOTH) -> bytes:
    """A WAV with its right lengths: one channel, or two of which one is silent."""
    samples = sound.samples.astype("<i2")
    if side is not Side.BOTH:
        silent = np.zeros_like(samples)
        samples = np.stack((samples, silent) if side is Side.LEFT else (silent, samples), axis=1)
    channels, data = samples.ndim, samples.tobytes()
    form = struct.pack("<HHIIHH", _PCM, channels, sound.rate, sound.rate * 2 * channels, 2 * channels, 16)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def read_wav(data: bytes) -> Sound:
    """PCM with 16 bits, any rate, one or two channels (two are mixed). Raises NotWavError for everything else."""
    channels = read_channels(data)
    mixed = sum(channel.samples.astype(np.int32) for channel in channels) // len(channels)
    return Sound(np.asarray(mixed, np.int16), channels[0].rate)


def read_channels(data: bytes) -> tuple[Sound, ...]:
    """Each channel of a WAV apart: one, or left and right. Raises NotWavError."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise NotWavError("no RIFF WAVE")
    form: tuple[int, int] | None = None
    for name, body in _chunks(data):
        if name == b"fmt ":
            form = _form(body)
        elif name == b"data":
            if form is None:
                raise NotWavError("samples before their format")
            rate, channels = form
            whole = len(body) - len(body) % (2 * channels)
            samples = np.frombuffer(body[:whole], "<i2").reshape(-1, channels)
            return tuple(Sound(samples[:, channel], rate) for channel in range(channels))
    raise NotWavError("no samples")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _form(body: bytes) -> tuple[int, int]:
    """(rate, channels)."""
    if len(body) < 16:  # noqa: PLR2004 -- the fields of every PCM format
        raise NotWavError("no format")
    kind, channels, rate, _per_second, _align, bits = struct.unpack_from("<HHIIHH", body)
    if kind not in {_PCM, _EXTENSIBLE} or bits != 16 or channels not in {1, 2} or rate not in _RATES:  # noqa: PLR2004
        raise NotWavError(f"format {kind}, {bits} bits, {channels} channels, {rate} a second")
    return rate, channels
