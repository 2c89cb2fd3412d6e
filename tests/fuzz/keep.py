"""From a working corpus to the kept one: the smallest set of small cases that reaches all the same lines and branches.

Judged by coverage.py in a process of its own (`python -m tests.fuzz.keep <codec>`), not by atheris: what is kept must
mean something to whoever has none.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys

import coverage

from tests.fuzz.codec import PACKAGES, ROOT, WORK, Codec, codec

MOST_FILES = 120
MOST_BYTES = 2048


def keep(target: Codec) -> int:
    """Write the kept corpus of a codec anew; how many files it has."""
    words = [sys.executable, "-m", "tests.fuzz.keep", target.name]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=1800)
    cases = [bytes.fromhex(one) for one in json.loads(told.stdout)]
    target.kept.mkdir(parents=True, exist_ok=True)
    for path in target.kept.iterdir():
        if not path.name.startswith("crash_"):
            path.unlink()
    for case in cases:
        (target.kept / hashlib.sha256(case).hexdigest()[:12]).write_bytes(case)
    return len(cases)


def _reached(target: Codec, cases: list[bytes]) -> list[set[tuple[str, int, int]]]:
    """Arcs in the codec's rooms that each case takes."""
    counter = coverage.Coverage(data_file=None, branch=True, source_pkgs=list(PACKAGES))
    counter.start()
    for place, case in enumerate(cases):
        counter.switch_context(str(place))
        target.attempt(case)
    counter.stop()
    data, found = counter.get_data(), []
    for place in range(len(cases)):
        data.set_query_context(str(place))
        found.append({(path.name, *arc) for path in target.files for arc in data.arcs(str(path)) or ()})
    return found


def main() -> None:
    """Print the chosen cases as JSON: smallest first, each because it reaches something that those before did not."""
    target = codec(sys.argv[1])
    found = {path.read_bytes() for path in (WORK / target.name).glob("*")} | set(target.corpus())
    cases = sorted((case for case in found if len(case) <= MOST_BYTES), key=lambda case: (len(case), case))
    seen: set[tuple[str, int, int]] = set()
    chosen = []
    for case, reached in zip(cases, _reached(target, cases), strict=True):
        if reached - seen and len(chosen) < MOST_FILES:
            chosen.append(case.hex())
            seen |= reached
    print(json.dumps(chosen))


if __name__ == "__main__":
    main()
