"""One codec under atheris, in a process of its own: `python -m tests.fuzz.child <codec> <libFuzzer's words>`.

Everything of the product that the codec imports is instrumented; libFuzzer speaks on the error stream, and leaves a
`crash-…` file where it was told to.
"""

from __future__ import annotations

import hashlib
import logging
import sys

import atheris  # ships no types

from tests.fuzz.codec import BROKEN, PACKAGES, WORK, codec


def main() -> None:
    """Fuzz until libFuzzer's own words say stop."""
    logging.disable()  # what is refused is not told thousands of times
    name, words = sys.argv[1], sys.argv[2:]
    with atheris.instrument_imports(include=list(PACKAGES)):
        target = codec(name)
    attempt = atheris.instrument_func(target.attempt) if name == BROKEN else target.attempt

    def noted(data: bytes) -> None:
        """Keep what breaks something before libFuzzer does: it may be killed by its own clock on the way out."""
        try:
            attempt(data)
        except BaseException:
            path = WORK / f"{name}.crash-{hashlib.sha1(data).hexdigest()}"
            path.write_bytes(data)
            print(f"Test unit written to {path}", file=sys.stderr, flush=True)
            raise

    atheris.Setup([sys.argv[0], *words], noted)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
