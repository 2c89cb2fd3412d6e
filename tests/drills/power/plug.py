"""A machine whose plug is pulled: the mounted disk in a process of its own, and programs that live on it until the cut.

Knows neither halls nor kiosks. The order of a cut: the disk goes dark at a chosen step and refuses everything from then
on; the program is killed; the disk forgets what its cache held; it is mounted again.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

from tests.drills.power.mounted import POWER_FOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

PATIENCE_S = 60.0
LOOK_S = 0.02
ROOT = Path(__file__).resolve().parents[3]
FUSE = Path("/dev/fuse")


class DrillError(Exception):
    """The harness itself does not work: nothing was proved."""


def unavailable() -> str:
    """Why no disk can be mounted here; "" when it can."""
    return "" if FUSE.exists() else f"no {FUSE}: this kernel or container has no FUSE, the drill needs it"


class Killable(Protocol):
    """A program that lives on the disk."""

    def kill(self) -> list[tuple[Any, ...]]: ...


class Rig:
    """The disk and its mount. `dark` once the power went."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kapok-power-")
        self.mount = Path(self._folder.name) / "disk"
        self.mount.mkdir()
        self._life: Killable | None = None
        self.notes = Path(self._folder.name) / "notes"  # what programs complain of, not on the disk
        self.dark = threading.Event()
        self._said: queue.SimpleQueue[str] = queue.SimpleQueue()
        # TERM, not KILL: whatever we die of, the disk unmounts itself
        words = ["setpriv", "--pdeathsig", "TERM", sys.executable, "-m", "tests.drills.power.mounted", str(self.mount)]
        with self.notes.open("ab") as notes:
            self._process = subprocess.Popen(
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=notes,
                text=True,
                cwd=ROOT,
                start_new_session=True,  # Ctrl-C is for us
            )
        threading.Thread(target=self._listen, daemon=True).start()
        self._hear("mounted")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self, live: Callable[..., None], *words: Any) -> Life:
        """A program on this machine; one at a time. `live(wire, *words)` runs in a process of its own."""
        life = Life(self, live, words)
        self.keep(life)
        return life

    def keep(self, life: Killable) -> None:
        """End this one too when all is over, whatever happens."""
        self._life = life

    def power_for(self, steps: int) -> None:
        """The power goes after so many more writes, syncs and namings."""
        os.setxattr(self.mount, POWER_FOR, str(steps).encode())

    def wait_for_dark(self) -> None:
        """Until the power went."""
        if not self.dark.wait(PATIENCE_S):
            raise DrillError(f"nobody uses the disk; {self.notes.read_text(errors='replace')[-2000:]}")

    def cut(self, seed: int) -> str:
        """After the programs have been killed: lose what was not synced, come back. Says what was lost."""
        self._unmount()
        self._order(f"cut {seed}")
        lost = self._hear()
        self._hear("mounted")
        self.dark.clear()
        return lost

    def close(self) -> None:
        """Leave nothing behind."""
        if self._life is not None:
            self._life.kill()
        with suppress(DrillError, OSError):
            self._unmount()
            self._order("end")
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
            subprocess.run(["fusermount3", "-uz", str(self.mount)], check=False, capture_output=True)
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
        self._folder.cleanup()

    def _unmount(self) -> None:
        until = time.monotonic() + PATIENCE_S
        while True:
            done = subprocess.run(["fusermount3", "-u", str(self.mount)], check=False, capture_output=True, text=True)
            if not done.returncode:
                return
            if "busy" not in done.stderr or time.monotonic() > until:
                raise DrillError(f"cannot unmount: {done.stderr.strip()}")
            time.sleep(LOOK_S)

    def _order(self, words: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout
        with suppress(ValueError):  # closed
            for line in self._process.stdout:
                if line.strip() == "dark":
                    self.dark.set()
                elif line.strip():
                    self._said.put(line.strip())

    def _hear(self, words: str = "") -> str:
        try:
            said = self._said.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise DrillError(f"the disk says nothing; {self.notes.read_text()[-800:]}") from None
        if words and said != words:
            raise DrillError(f"the disk says {said!r} instead of {words!r}")
        return said


_FORKS = multiprocessing.get_context("forkserver")  # programs that are loaded once and live many times


def load_once(modules: list[str]) -> None:
    """What all lives need; to be said before the first of them."""
    _FORKS.set_forkserver_preload(modules)


class Life:
    """A program on the rig: a process that tells what it has done and waits for "go" when it says "ready"."""

    name = "store alone"

    def __init__(self, rig: Rig, live: Callable[..., None], words: tuple[Any, ...]) -> None:
        self._rig = rig
        self._ours, theirs = _FORKS.Pipe()
        self._process = _FORKS.Process(target=_begin, args=(theirs, str(rig.notes), live, words), daemon=True)
        self._process.start()
        theirs.close()

    def go(self) -> None:
        """Answer to "ready"."""
        with suppress(OSError):
            self._ours.send("go")

    def told(self, *last: str) -> Iterator[tuple[Any, ...]]:
        """What it tells until it has told one of `last` or the power is gone. DrillError when it ends or is silent."""
        until = time.monotonic() + PATIENCE_S
        while not self._rig.dark.is_set():
            if not self._ours.poll(LOOK_S):
                if time.monotonic() > until:
                    raise DrillError(f"a program fell silent; {self._complaints()}")
                continue
            try:
                told = self._ours.recv()
            except (EOFError, OSError):
                if self._rig.dark.wait(1):
                    return
                raise DrillError(f"a program ended by itself; {self._complaints()}") from None
            until = time.monotonic() + PATIENCE_S
            yield told
            if told[0] in last:
                return

    def kill(self) -> list[tuple[Any, ...]]:
        """SIGKILL; what it had told before that nobody has heard yet."""
        rest: list[tuple[Any, ...]] = []
        if self._ours.closed:
            return rest
        self._process.kill()
        self._process.join()
        with suppress(EOFError, OSError):
            while self._ours.poll():
                rest.append(self._ours.recv())
        self._ours.close()
        self._process.close()
        return rest

    def _complaints(self) -> str:
        return self._rig.notes.read_text(errors="replace")[-2000:]


def _begin(wire: Connection, notes: str, live: Callable[..., None], words: tuple[Any, ...]) -> None:
    """In the child: its complaints go to a file, they are expected when the disk is dark."""
    with Path(notes).open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    live(wire, *words)
