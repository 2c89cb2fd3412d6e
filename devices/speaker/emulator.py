"""Pretends to be a loudspeaker: a program beside a folder that takes WAVs on standard input and keeps them.

A real process plays for the driver, as `aplay` does, so that hanging, dying and being killed are real too.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from enum import StrEnum
from pathlib import Path

from devices.speaker.codec import Sound, read_wav

PROBE_S = 0.1  # shorter sounds are probes, not utterances
POLL_S = 0.01

SCRIPT = """#!/bin/sh
# A loudspeaker that keeps what it is given; the file "fault" beside it says what is wrong with it.
here=${0%/*}
read -r fault < "$here/fault" 2>/dev/null
case "$fault" in
gone) echo "audio open error: No such device" >&2; exit 1 ;;
hung) echo $$ > "$here/playing"; exec sleep 3600 ;;
half) head -c 3000 > "$here/half"; echo "write error: Input/output error" >&2; exit 1 ;;
slow) echo $$ > "$here/playing"; sleep 0.3 ;;
esac
part=$(mktemp "$here/part.XXXXXX") || exit 1
cat > "$part"
number=$(cat "$here/number" 2>/dev/null || echo 10000)
echo $((number + 1)) > "$here/number"
mv "$part" "$here/$number.wav"
"""


class SpeakerFault(StrEnum):
    """What can be wrong: no device, a player that never ends, one that dies in the middle, one that takes its time."""

    GONE = "gone"
    HUNG = "hung"
    HALF = "half"
    SLOW = "slow"


class SpeakerEmulator:
    """A sink for sound. `heard()` is what sounded, in order; `address` is what the driver `aplay` takes."""

    def __init__(self, *, folder: str | Path | None = None) -> None:
        self._own = None if folder else tempfile.TemporaryDirectory(prefix="kapok-speaker-")
        self.folder = Path(folder or (self._own.name if self._own else ""))

    @property
    def address(self) -> str:
        return f"program://{self._program.resolve()}"

    @property
    def _program(self) -> Path:
        return self.folder / "sink"

    async def start(self) -> None:
        """Plug it in; also after `stop()`."""
        await asyncio.to_thread(self._install)

    async def stop(self) -> None:
        """Unplug it: the player is not there any more. What sounded stays."""
        self._program.unlink(missing_ok=True)

    unplug = stop
    plug = start

    def clear_away(self) -> None:
        """Delete what sounded, if the folder is our own."""
        if self._own is not None:
            self._own.cleanup()

    def fail(self, fault: SpeakerFault) -> None:
        """Be like this until `heal`."""
        (self.folder / "playing").unlink(missing_ok=True)
        (self.folder / "fault").write_text(f"{fault}\n", encoding="ascii")

    def heal(self) -> None:
        """Be well again; what hangs goes on hanging."""
        (self.folder / "fault").unlink(missing_ok=True)

    def heard(self) -> list[Sound]:
        """What sounded in full, in order, without the driver's probes."""
        sounds = [read_wav(path.read_bytes()) for path in sorted(self.folder.glob("[0-9]*.wav"))]
        return [sound for sound in sounds if sound.seconds > PROBE_S]

    async def wait_until_playing(self) -> None:
        """Return when a player that is hung or slow has begun."""
        while not (self.folder / "playing").exists():  # noqa: ASYNC110 -- another process writes it
            await asyncio.sleep(POLL_S)

    def _install(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            self._program.unlink()
        half = self.folder / "sink.part"
        half.write_text(SCRIPT, encoding="utf-8")
        half.chmod(0o700)
        half.rename(self._program)
