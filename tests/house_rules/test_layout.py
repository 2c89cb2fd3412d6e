"""The plan of the house: what stands where, and what must not be there."""

import ast

import pytest

from tests.house_rules.sources import ROOT, kept_files, name_of, with_suffix

DEVICE_ROOMS = sorted(path.parent for path in kept_files() if path.match("devices/*/codec.py"))
PURE = (
    "hall_server/contract",
    "hall_server/domain",
    "kiosk/codes",
    "kiosk/session",
    "kiosk/slip.py",
    "kiosk/privacy.py",
)
CLOCKS = {"time", "random", "secrets", "uuid4", "uuid1", "now", "today", "utcnow"}


def test_packaging_never_shadows_the_library_of_that_name():
    assert not (ROOT / "packaging/__init__.py").exists(), "packaging/__init__.py would hide `packaging`; delete it"


def test_every_room_says_in_one_line_what_it_is_for():
    for path in with_suffix(".py", under=("config/", "devices/", "hall_server/", "kiosk/")):
        if path.name == "__init__.py" and "migrations" not in path.parts:
            assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{name_of(path)} has no caption"


@pytest.mark.parametrize("room", DEVICE_ROOMS, ids=lambda room: room.name)
def test_every_device_room_has_its_four_files_and_a_quality_card(room):
    missing = {"codec.py", "driver.py", "simulator.py", "emulator.py", "quality.toml"} - {
        path.name for path in room.iterdir()
    }
    assert not missing, f"devices/{room.name} lacks {sorted(missing)}"


def test_the_hardware_wing_was_seen():
    assert {room.name for room in DEVICE_ROOMS} >= {"id_card", "receipt_printer", "code_scanner"}


def test_pure_rooms_are_handed_time_and_ids():
    for path in with_suffix(".py", under=PURE):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            assert name not in CLOCKS, (
                f"{name_of(path)}:{getattr(node, 'lineno', 0)} makes its own {name}(); take it as an argument"
            )


def test_no_source_names_a_registry_or_a_path_of_one_machine():
    banned = ["py" + "pi.org", "python" + "hosted", "registry.np" + "mjs", "deb." + "debian", "/wo" + "rk/"]
    for path in kept_files():
        if path.suffix in {".png", ".db", ".woff2", ".bin", ".ttf"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for word in banned:
            assert word not in text, f"{name_of(path)} names {word}"
