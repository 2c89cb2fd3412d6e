"""Compile the kiosk's words, ui/i18n/kiosk_*.ts, into build/assets/i18n; with --update the sources are renewed first.

Updating looks for every qsTr() of the pages: new sentences come in unfinished, those that have gone go. A test fails
while one is unfinished.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "ui/i18n"
OUT = ROOT / "build/assets/i18n"
TOOLS = Path(sys.executable).parent
LANGUAGES = {"en": "en", "zh_HK": "zh_HK"}


def update(kept: Path, language: str) -> None:
    """Bring one catalogue up to date with the pages."""
    pages = sorted((ROOT / "ui/qml/Kapok").glob("*/*.qml"))
    told = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "zh_CN", "-target-language", language]
    subprocess.run([TOOLS / "pyside6-lupdate", *told, *pages, "-ts", kept], check=True)


def compile_words(kept: Path) -> Path:
    """Make what Qt reads."""
    OUT.mkdir(parents=True, exist_ok=True)
    made = OUT / f"{kept.stem}.qm"
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", kept, "-qm", made], check=True)
    return made


def main() -> None:
    """Compile all; `--update` first."""
    for name, language in LANGUAGES.items():
        kept = SOURCES / f"kiosk_{name}.ts"
        if "--update" in sys.argv[1:]:
            update(kept, language)
        compile_words(kept)


if __name__ == "__main__":
    main()
