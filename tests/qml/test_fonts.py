"""Which fonts a running screen opens: its own few, not every one of the system; each CJK face costs a megabyte."""

import os
import subprocess
import sys

OWN = {"KapokDigits", "NotoSansCJK", "NotoSerifCJK", "HanaMinA", "HanaMinB"}
DRAWN = """
import os, sys
from pathlib import Path
from kiosk.bridge.preview import Studio
from kiosk.session.modes import Mode, Modes
studio = Studio()
for _ in range(2):
    for name in ("home", "services", "card", "confirm", "ticket"):
        for modes in (Modes(), Modes(frozenset({Mode.LARGE}))):
            studio.draw(name, modes, Path(sys.argv[1]) / "page.png")
mapped = [line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()]
print("\\n".join(os.path.basename(name) for name in mapped if name.endswith((".ttf", ".ttc", ".otf", ".pfb"))))
"""


def test_a_screen_opens_each_of_its_own_fonts_once_and_no_others(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", DRAWN, str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    opened = ran.stdout.split()
    assert {name.rpartition(".")[0].partition("-")[0] for name in opened} <= OWN, "no font of the system besides"
    assert len(opened) == len(set(opened)), "no file is opened face after face in search of a character"
