"""`python -m tests.screens`: every page of the hall in every state as a picture, and one page that shows them all."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.screens.drawing import PARTS, draw
from tests.screens.sheet import write_sheet

BY_NAME = {part.__name__.removeprefix("draw_"): part for part in PARTS}

if __name__ == "__main__":
    arguments = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    arguments.add_argument("--out", type=Path, default=Path("out/screens/web"), help="where the pictures go")
    arguments.add_argument("parts", nargs="*", choices=[[], *BY_NAME], help="some of them; none: all")
    asked = arguments.parse_args()
    shots = draw(asked.out, print, [BY_NAME[name] for name in asked.parts or BY_NAME])
    print(f"{len(shots.taken)} pictures of pages: {write_sheet(asked.out)}")
