"""Cut the Phosphor icons that Kapok shows out of node_modules into build/assets/icons, recoloured where Qt cannot tint.

packaging/assets/icons.txt names them: `NAME STYLE COLOUR`; COLOUR is a token ("bark.0") for QML, or `web` for the
mask of a page.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from make_tokens import ROOT, colour, load

LIST = Path(__file__).with_name("icons.txt")
SOURCE = ROOT / "node_modules/@phosphor-icons/core/assets"
OUT = ROOT / "build/assets/icons"
HIGH_CONTRAST = ("bark.0", "bark.900")  # every icon in 高对比: white on black, black on what is filled


def wanted() -> list[tuple[str, str, str]]:
    """(name, style, colour) of each line; a line of another shape ends the run with its number."""
    found = []
    for number, line in enumerate(LIST.read_text(encoding="utf-8").splitlines(), 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        try:
            name, style, tint = words
        except ValueError:
            sys.exit(f"{LIST.name}:{number}: expected NAME STYLE COLOUR, found {line!r}")
        found.append((name, style, tint))
    return found


def main() -> None:
    """Write every icon, or say which one the package does not have."""
    tokens = load()
    (OUT / "web").mkdir(parents=True, exist_ok=True)
    for name, style, tint in wanted():
        stem = name if style == "regular" else f"{name}-{style}"
        source = SOURCE / style / f"{stem}.svg"
        if not source.exists():
            sys.exit(f"{LIST.name}: no icon {stem!r} in @phosphor-icons/core; run `make setup` first, or mend the name")
        svg = source.read_text(encoding="utf-8")
        if tint == "web":
            (OUT / "web" / f"{name}-{style}.svg").write_text(svg, encoding="utf-8")
        else:
            for seen in {tint, *HIGH_CONTRAST}:
                target = OUT / f"{name}-{style}-{seen}.svg"
                target.write_text(svg.replace("currentColor", colour(tokens, seen)), encoding="utf-8")


if __name__ == "__main__":
    main()
