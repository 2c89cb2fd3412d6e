"""The voice of a hall or a kiosk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from devices.values.speaker import Language, SpeakerCapabilities, SpeakerStatus, SpeakResult, Utterance


class Speaker(Protocol):
    """Says one thing after the other, the most urgent first. Knows no ticket."""

    @property
    def capabilities(self) -> SpeakerCapabilities:
        """What this speaker can say; needs no exchange."""

    async def open(self) -> None:
        """Try whether sound comes out. Raises DeviceError."""

    async def say(self, utterance: Utterance) -> SpeakResult:
        """Wait for its turn, say it, and tell how that ended; never raises for what the speaker does.

        When its task is cancelled it is not said, or stops in the middle; the next one is said in full.
        """

    async def hush(self) -> None:
        """Stop now, and forget all that waits: each of those ends as CANCELLED."""

    async def status(self) -> SpeakerStatus:
        """How it is. Raises DeviceLostError when it has to be opened anew."""

    async def close(self) -> None:
        """Stop and let go of the sound; closing twice is allowed."""


class SpeechEngine(Protocol):
    """Turns words into sound. Peers: espeak-ng as a separate program; a site may plug in a pleasanter one."""

    async def ready(self) -> bool:
        """Whether it speaks; also does what would make the first words late."""

    async def render(self, text: str, language: Language, *, speed: float = 1.0) -> bytes:
        """A WAV (PCM, 16 bit) of these words, which are spelled out already; `speed` times as fast as usual.

        Raises DeviceError when it cannot.
        """
