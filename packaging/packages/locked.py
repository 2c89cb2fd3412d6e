"""What each package locks: the extras that it needs, and all that these need, cut out of requirements.lock with hashes.

Answered from the metadata of the environment that set-up made, without a network.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
_BLOCK = re.compile(r"^([A-Za-z0-9_.-]+)==(?:.*\\\n)*.*\n?", re.MULTILINE)


def blocks() -> dict[str, str]:
    """Each locked distribution with its lines: version and hashes."""
    return {canonicalize_name(block[1]): block[0] for block in _BLOCK.finditer(LOCK.read_text(encoding="utf-8"))}


def closure(extras: tuple[str, ...], more: tuple[str, ...] = ()) -> frozenset[str]:
    """The names that the project needs with these extras and `more` requirements, and whatever they need."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*told["dependencies"], *more]
    for extra in extras:
        named += told["optional-dependencies"][extra]
    waiting = [Requirement(one) for one in named]
    found: dict[str, set[str]] = {}
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        asked = found.setdefault(name, set())
        new = {"", *wanted.extras} - asked
        asked |= new
        needed = [Requirement(line) for line in requires(name) or ()] if new else []
        waiting += [one for one in needed if not one.marker or any(one.marker.evaluate({"extra": e}) for e in new)]
    return frozenset(found)


def lock_of(extras: tuple[str, ...], more: tuple[str, ...] = ()) -> str:
    """The lock of one package: those blocks of requirements.lock, in its order. KeyError for what is not locked."""
    wanted, locked = closure(extras, more), blocks()
    if missing := wanted - set(locked):
        raise KeyError(f"not in requirements.lock: {', '.join(sorted(missing))}")
    return "".join(block for name, block in locked.items() if name in wanted)
