"""What the house rules look at: the files that git keeps (or would keep)."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def kept_files() -> tuple[Path, ...]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return tuple(path for name in listed if (path := ROOT / name).is_file())


def with_suffix(*suffixes: str, under: tuple[str, ...] = ("",)) -> list[Path]:
    """Kept files with one of the suffixes, below one of the folders; seeing none is an error of the rule itself."""
    found = [
        path
        for path in kept_files()
        if path.suffix in suffixes and any(str(path.relative_to(ROOT)).startswith(folder) for folder in under)
    ]
    assert found, f"the scan saw no {suffixes} file below {under}"
    return found


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))
