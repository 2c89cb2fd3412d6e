"""The shelves of QML: controls know nothing, components the hall, pages the journey; looks come from Theme."""

import re
import subprocess
from pathlib import Path

import pytest

QML = Path(__file__).resolve().parents[2] / "ui/qml/Kapok"
FORMAT = Path(__file__).resolve().parents[2] / ".venv/bin/pyside6-qmlformat"
SHELVES = ["Theme", "Controls", "Components", "Pages", "App"]  # each may import those before it
OTHER = {"QtQuick", "QtQuick.Layouts", "QtQuick.Shapes", "Kapok.ViewModels"}
FORBIDDEN = re.compile(r"ShaderEffect|MultiEffect|GraphicalEffects|clip: true|setContextProperty|QtQuick\.Controls")
NUMBER = re.compile(r"(?<![\w.\"#%])\d+(?:\.\d+)?(?![\w\"%])")
PLAIN = {"0", "1", "2", "4", "90", "360"}  # nothing, whole, halves, columns, angles
FILES = [path for shelf in SHELVES for path in sorted((QML / shelf).glob("*.qml"))]


def code(path):
    return "\n".join(line.partition("//")[0] for line in path.read_text(encoding="utf-8").splitlines())


def test_there_are_files_on_every_shelf():
    assert {path.parent.name for path in FILES} == set(SHELVES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_imports_only_from_shelves_below_its_own(path):
    shelf = SHELVES.index(path.parent.name)
    allowed = OTHER | {f"Kapok.{below}" for below in SHELVES[:shelf]}
    assert set(re.findall(r"^import ([\w.]+)", code(path), re.MULTILINE)) <= allowed
    if path.parent.name in {"Theme", "Controls"}:
        assert "ViewModels" not in code(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_uses_nothing_that_a_kiosk_without_a_gpu_cannot_draw(path):
    assert FORBIDDEN.findall(code(path)) == []
    for block in re.findall(r"\{[^{}]*topRightRadius[^{}]*", code(path)):
        assert re.search(r"\bradius:", block), "set radius too: Qt 6.8 paints black corners otherwise"


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name != "Theme"], ids=lambda path: path.stem)
def test_no_size_or_duration_stands_outside_the_theme(path):
    bare = re.sub(r'"[^"\n]*"|^import.*$', "", code(path), flags=re.MULTILINE)
    assert set(NUMBER.findall(bare)) - PLAIN == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_moves_where_motion_is_reduced(path):
    """What moves by itself asks `Theme.still`; all else takes one of the times that are 0 then."""
    text = code(path)
    endless = re.findall(r"running: ([^\n]*)\n\s*loops: Animation.Infinite", text)
    assert len(endless) == text.count("Animation.Infinite")
    assert all("!Theme.still" in condition for condition in endless)
    if not re.search(r"running: .*!Theme\.still", text):
        assert set(re.findall(r"duration: (.*)", text)) <= {"Theme.press", "Theme.swap", "Theme.pageTurn"}


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "Tokens"], ids=lambda path: path.stem)
def test_a_file_is_laid_out_by_qmlformat(path):
    laid_out = subprocess.run([FORMAT, path], capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert laid_out == path.read_text(encoding="utf-8"), "pyside6-qmlformat -i lays it out"


def test_every_file_is_named_in_its_shelf_s_list():
    for shelf in SHELVES:
        named = set(re.findall(r"(\w+\.qml)$", (QML / shelf / "qmldir").read_text(encoding="utf-8"), re.MULTILINE))
        assert named == {path.name for path in (QML / shelf).glob("*.qml")}, shelf
