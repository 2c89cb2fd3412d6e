"""Which lines of a codec's rooms its corpus reaches: `python -m tests.fuzz.measure <codec>` prints them as JSON.

A process of its own, because coverage is only counted in what is imported after it began. Lines that only people read
(imports, signatures) count as everywhere; what no byte can reach stays in the figure.
"""

from __future__ import annotations

import json
import subprocess
import sys

import coverage

from tests.fuzz.codec import ROOT, WORK, codec


def lines_of(name: str) -> dict[str, tuple[int, int]]:
    """For each room of a codec: lines reached, lines there are."""
    words = [sys.executable, "-m", "tests.fuzz.measure", name]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=900)
    return {room: (int(reached), int(all_)) for room, (reached, all_) in json.loads(told.stdout).items()}


def main() -> None:
    """Replay everything that is known of a codec and count."""
    name = sys.argv[1]
    counter = coverage.Coverage(data_file=None, source_pkgs=["config", "devices", "hall_server", "kiosk"])
    counter.start()
    target = codec(name)
    folder = WORK / name
    cases = target.corpus() + [path.read_bytes() for path in sorted(folder.glob("*"))]
    for case in cases:
        target.attempt(case)
    counter.stop()
    found = {}
    for room, path in zip(target.rooms, target.files, strict=True):
        _, statements, _, missing, _ = counter.analysis2(str(path))
        found[room] = (len(statements) - len(missing), len(statements))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
