"""What can be fuzzed: one function for each group of parsers, that takes any bytes and never raises.

`attempt` calls the real parsers and swallows only what they say they raise; whatever else comes out of it, and every
property that does not hold, is a finding. Modules of `codecs/` are found by their file names; nothing is imported
before it is asked for, because coverage can only be watched in what is imported afterwards.
"""

from __future__ import annotations

import hashlib
import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CORPUS = HERE / "corpus"
WORK = ROOT / "out" / "fuzz"
PACKAGES = ("config", "devices", "hall_server", "kiosk")
BROKEN = "_broken"  # the control
SHARED = ("draw",)  # what all codecs stand on: a change of it makes their minutes void


@dataclass(frozen=True)
class Codec:
    """`rooms` are the product's modules that it exercises: they are watched, measured, and make its minutes void."""

    name: str
    rooms: tuple[str, ...]
    attempt: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    makers: tuple[str, ...] = ()  # modules beside this one that it makes its cases with

    @property
    def kept(self) -> Path:
        """The corpus in the repository."""
        return CORPUS / self.name

    @property
    def files(self) -> list[Path]:
        """The sources of its rooms."""
        return [ROOT / f"{room.replace('.', '/')}.py" for room in self.rooms]

    def source(self) -> str:
        """A mark of the sources that were fuzzed: another one means that the minutes are to be spent anew."""
        digest = hashlib.sha256()
        for path in [*self.files, HERE / "codecs" / f"{self.name}.py", *self._makers()]:
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]

    def _makers(self) -> list[Path]:
        return [HERE / f"{name}.py" for name in (*SHARED, *self.makers)]

    def corpus(self) -> list[bytes]:
        """Seeds and everything that is kept."""
        kept = sorted(self.kept.iterdir()) if self.kept.is_dir() else []
        return [*self.seeds, *(path.read_bytes() for path in kept)]


def names() -> list[str]:
    """All codecs, in the order of their names; without the control."""
    return sorted(path.stem for path in (HERE / "codecs").glob("[a-z]*.py"))


def codec(name: str) -> Codec:
    """One codec, with everything that it exercises imported now."""
    module = importlib.import_module(f"tests.fuzz.codecs.{name}")
    return Codec(name, module.ROOMS, module.attempt, module.SEEDS, getattr(module, "MAKERS", ()))
