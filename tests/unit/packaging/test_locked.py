"""The environments of hall and kiosk: locked by hash, only what each needs, nothing GPL-only, no import left out."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions

import pytest
from environment import sources
from locked import blocks, closure, lock_of
from packaging.utils import canonicalize_name
from roles import PRUNED, ROLES

from tests.house_rules.sources import ROOT

OURS = {"config", "devices", "hall_server", "kiosk", "kapok", "tests"}
OPTIONAL = {"rapidocr", "onnxruntime"}  # docs/devices.md: used where they are installed
GPL_ONLY_QT = ("Lottie", "QuickTimeline", "WaylandCompositor", "VirtualKeyboard", "Charts", "DataVisualization")


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_an_environment_is_locked_by_hash_as_the_project_is(role) -> None:
    lock, all_locked = lock_of(role.extras, role.more), blocks()
    names = closure(role.extras, role.more)
    assert len(names) > 20
    for name in names:
        assert "--hash=sha256:" in all_locked[name]
        assert all_locked[name] in lock


def test_each_has_what_it_needs_and_nothing_of_the_other() -> None:
    hall, kiosk = (closure(ROLES[name].extras, ROLES[name].more) for name in ("hall", "kiosk"))
    assert {"litestar", "uvicorn", "psycopg-binary", "cryptography"} <= hall
    assert {"pyside6-essentials", "shiboken6", "pyserial", "opencv-python-headless"} <= kiosk
    assert not hall & {"pyside6-essentials", "opencv-python-headless", "pytest"}
    assert not kiosk & {"litestar", "sqlalchemy", "pytest"}


def test_what_is_not_locked_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match=r"not in requirements\.lock: kapok"):
        lock_of((), ("kapok",))


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_every_library_that_a_program_imports_is_in_its_environment(role) -> None:
    named, missing = packages_distributions(), set()
    carried = closure(role.extras, role.more)
    for path in sources(role):
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for module in _imports(node):
                if module in sys.stdlib_module_names or module in OURS | OPTIONAL:
                    continue
                if not {canonicalize_name(one) for one in named.get(module, ())} & carried:
                    missing.add(f"{path.relative_to(ROOT)}: {module}")
    voiceless = {one for one in missing if role.name == "hall" and one.startswith("devices/")}
    assert not missing - voiceless, "the hall carries of devices only the voice (ADR 0018), all else must be there"


def _imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [(node.module or "").partition(".")[0]]
    return []


@pytest.mark.parametrize("name", GPL_ONLY_QT)
def test_no_gpl_only_module_of_qt_is_carried(name: str) -> None:
    place = ROOT / ".venv/lib/python3.11/site-packages"
    gone = {path for pattern in PRUNED for path in place.glob(pattern)}
    left = [
        path
        for path in place.glob(f"PySide6/**/*{name}*")
        if not any(path == one or one in path.parents for one in gone) and path.suffix != ".pyi"
    ]
    assert not left
