"""Draw each picture of the kiosk again as white lines on black, for 高对比: ui/qml/Kapok/Theme/art/<name>-line.svg.

Shapes stay, so what lies behind something is still hidden by it; shades and shines go, colours become line and ground.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from make_tokens import ROOT, colour, load

ART = ROOT / "ui/qml/Kapok/Theme/art"
SVG = "http://www.w3.org/2000/svg"
SHADE = 0.5  # what is fainter than this only models a form
SHARE = 160  # a line is this part of the picture's width
SMALL = {"crest": 32, "thing": 60}  # what is drawn small wants stronger lines; by the first word of its name
DOT = 60  # a circle smaller than this part is a dot: filled


def lined(picture: str, line: str, ground: str, share: int = SHARE) -> str:
    """The SVG text `picture` in lines of one colour on one ground; a line is the `share`-th part of its width."""
    ET.register_namespace("", SVG)
    root = ET.fromstring(picture)
    width = float(root.get("viewBox", "0 0 100 100").split()[2])
    for parent in list(root.iter()):
        for shape in list(parent):
            if float(shape.get("opacity", "1")) < SHADE:
                parent.remove(shape)
    for shape in root.iter():
        fill, stroke = shape.get("fill"), shape.get("stroke")
        if shape.tag == f"{{{SVG}}}circle" and float(shape.get("r", "0")) < width / DOT:
            shape.set("fill", line)
        elif fill not in {None, "none"}:
            shape.set("fill", ground)
            shape.set("stroke", line)
            shape.set("stroke-width", f"{width / share:.1f}")
        elif stroke not in {None, "none"}:
            shape.set("stroke", line)
    return ET.tostring(root, encoding="unicode") + "\n"


def main() -> None:
    """Draw all of them."""
    tokens = load()
    line, ground = colour(tokens, "night.white"), colour(tokens, "night.black")
    for source in sorted(ART.glob("*.svg")):
        if not source.stem.endswith("-line"):
            made = lined(
                source.read_text(encoding="utf-8"), line, ground, SMALL.get(source.stem.partition("-")[0], SHARE)
            )
            source.with_name(f"{source.stem}-line.svg").write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
