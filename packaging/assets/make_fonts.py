"""Make the number face: Barlow Semi Condensed (OFL) renamed to one family "Kapok Digits" 500/600/700.

The package's files carry no typographic family (name IDs 16/17), so Qt takes each weight for a family of its own
and the weights go wrong; renaming cures it. TTF for Qt and Pillow, WOFF2 for the pages.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "node_modules/@fontsource/barlow-semi-condensed/files"
OUT = ROOT / "build/assets"
FAMILY = "Kapok Digits"
WEIGHTS = {500: "Medium", 600: "SemiBold", 700: "Bold"}
_WINDOWS = (3, 1, 0x409)


def main() -> None:
    """Write build/assets/fonts and build/assets/js, or say what is missing."""
    (OUT / "fonts").mkdir(parents=True, exist_ok=True)
    (OUT / "js").mkdir(parents=True, exist_ok=True)
    for weight, style in WEIGHTS.items():
        source = SOURCE / f"barlow-semi-condensed-latin-{weight}-normal.woff2"
        if not source.exists():
            sys.exit("the page assets are not there yet: run `make setup`")
        font = TTFont(source)
        names = font["name"]
        face = f"KapokDigits-{style}"
        for identifier, text in (
            (1, f"{FAMILY} {style}"),
            (2, "Regular"),
            (4, f"{FAMILY} {style}"),
            (6, face),
            (16, FAMILY),
            (17, style),
        ):
            names.setName(text, identifier, *_WINDOWS)
        font["OS/2"].usWeightClass = weight
        font.save(OUT / "fonts" / f"{face}.woff2")
        font.flavor = None
        font.save(OUT / "fonts" / f"{face}.ttf")
    shutil.copyfile(ROOT / "node_modules/htmx.org/dist/htmx.min.js", OUT / "js/htmx.min.js")


if __name__ == "__main__":
    main()
