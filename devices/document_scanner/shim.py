"""Stands between the driver and the real scanimage, for the emulator: `python shim.py <scanimage's own words>`.

Passes pages and messages on byte for byte, takes sheets out of the emulated feeder, and spoils what the emulator wants
spoiled (`faults.json` in SANE_CONFIG_DIR, read again while it runs). Started as a file, so it imports nothing of ours.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REAL = "scanimage"
CHUNK_BYTES = 65536
LOOK_S = 0.02
JAMMED, NO_DOCS, IO_ERROR = 6, 7, 9  # SANE_Status, which is also how scanimage leaves
WORDS = {
    JAMMED: "Document feeder jammed",
    NO_DOCS: "Document feeder out of documents",
    IO_ERROR: "Error during device I/O",
}
NOISE = bytes(range(1, 256))


class LeaveError(Exception):
    """The scanner breaks off with this status."""

    def __init__(self, status: int) -> None:
        self.status = status


class Box:
    """What the emulator has written down."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fault(self, name: str) -> object:
        """A fault's value; None when it is off."""
        try:
            return json.loads((self._folder / "faults.json").read_text(encoding="utf-8")).get(name)
        except (OSError, ValueError):
            return None

    def take_sheet(self) -> None:
        """Draw one sheet in. Raises LeaveError when there is none."""
        sheet = next((self._folder / "sheets").iterdir(), None)
        if sheet is None:
            raise LeaveError(NO_DOCS)
        sheet.unlink()  # files may be taken away here, but not written (the driver's `ulimit -f 0`)


def main(words: list[str]) -> int:
    """Run the real one and pass on what it makes; returns how it left."""
    batch = next((word for word in words if word.startswith("--batch=")), "")
    if not batch:
        os.execvp(REAL, [REAL, *words])  # noqa: S606  # the very program whose place this takes
    pattern = batch.partition("=")[2]
    pages = int(next(word.partition("=")[2] for word in words if word.startswith("--batch-count=")))
    feeder = any(word.startswith("--source=") and "Feeder" in word for word in words)
    configuration = Path(os.environ["SANE_CONFIG_DIR"])
    box, folder = Box(configuration), configuration / f"line-{os.getpid()}"
    folder.mkdir(mode=0o700)
    for page in range(1, pages + 1):
        os.mkfifo(folder / f"{page}.part", 0o600)
    real = subprocess.Popen(  # noqa: S603  # the words are the driver's
        [REAL, *(f"--batch={folder}/%d" if word == batch else word for word in words)],
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, lambda *_: real.send_signal(signal.SIGINT))
    hearing = threading.Thread(target=_pass_messages, args=(real, box))
    hearing.start()
    try:
        for page in range(1, pages + 1):
            ways = folder / f"{page}.part", Path(pattern.replace("%d", f"{page}.part"))
            if not _pass_page(real, box, ways, page, feeder=feeder):
                break
        left = real.wait()
    except LeaveError as error:
        real.kill()
        sys.stderr.write(f"scanimage: sane_read: {WORDS[error.status]}\n")
        sys.stderr.flush()
        while box.fault("stuck"):
            time.sleep(LOOK_S)
        left = error.status
    except BrokenPipeError:
        left = real.wait()
    finally:
        real.kill()
        shutil.rmtree(folder, ignore_errors=True)
    hearing.join()
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return left


def _pass_page(real: subprocess.Popen[bytes], box: Box, ways: tuple[Path, Path], page: int, *, feeder: bool) -> bool:
    """Pass one page on; False when the real one made none. Raises LeaveError."""
    source, target = ways
    chunks = _chunks(real, source)
    first = next(chunks, b"")
    if not first:
        return False
    if feeder:
        box.take_sheet()
    with target.open("wb", buffering=0) as out:
        sent = 0
        for chunk in _spoiled(box, chain([first], chunks)):
            _break_off(real, box, page, sent)
            sent += out.write(chunk) or 0
            while box.fault("mute"):
                time.sleep(LOOK_S)
    target.rename(target.with_suffix(""))
    return True


def _break_off(real: subprocess.Popen[bytes], box: Box, page: int, sent: int) -> None:
    """What ends a page before its time. Raises LeaveError, or ends this process."""
    if box.fault("unplugged") or box.fault("stuck"):
        raise LeaveError(IO_ERROR)
    if box.fault("jam_at_page") == page and sent:
        raise LeaveError(JAMMED)
    if box.fault("truncated") and sent > CHUNK_BYTES:
        real.kill()
        os._exit(0)
    if box.fault("crash") and sent:
        real.kill()
        os.kill(os.getpid(), signal.SIGKILL)


def _chunks(real: subprocess.Popen[bytes], source: Path) -> Iterator[bytes]:
    """One page as the real one writes it; nothing when it leaves without."""
    descriptor, begun = os.open(source, os.O_RDONLY | os.O_NONBLOCK), False
    try:
        while True:
            try:
                data = os.read(descriptor, CHUNK_BYTES)
            except BlockingIOError:
                time.sleep(LOOK_S / 10)
                continue
            if data:
                begun = True
                yield data
            elif begun or real.poll() is not None:
                return
            else:
                time.sleep(LOOK_S / 10)  # it has not opened the page yet
    finally:
        os.close(descriptor)


def _spoiled(box: Box, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The page's bytes, in the pieces and with the rubbish that are wanted."""
    if box.fault("noise"):
        yield NOISE
    if box.fault("huge"):
        yield b"P6\n60000 60000\n255\n"
    held = b""
    for chunk in chunks:
        if box.fault("merged"):
            held += chunk
            continue
        size = 997 if box.fault("split") else 8192 if box.fault("slow") else len(chunk)
        for at in range(0, len(chunk), size):
            yield chunk[at : at + size]
            if box.fault("slow"):
                time.sleep(LOOK_S)
    if held:
        yield held
    if box.fault("overlong"):
        yield NOISE


def _pass_messages(real: subprocess.Popen[bytes], box: Box) -> None:
    while real.stderr is not None and (data := os.read(real.stderr.fileno(), CHUNK_BYTES)):
        size = 1 if box.fault("split") else len(data)
        for at in range(0, len(data), size):
            sys.stderr.buffer.write(data[at : at + size])
            sys.stderr.flush()
        if box.fault("noise"):
            sys.stderr.buffer.write(NOISE)
            sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
