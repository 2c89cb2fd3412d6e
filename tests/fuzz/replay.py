"""One case again, without atheris: `python -m tests.fuzz.replay <codec> <file> …`; the traceback says what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fuzz.codec import codec


def main() -> None:
    """Try the named files one after the other."""
    target = codec(sys.argv[1])
    for path in map(Path, sys.argv[2:]):
        target.attempt(path.read_bytes())
        print(f"{path}: fine")


if __name__ == "__main__":
    main()
