"""The list of ways out of a kiosk (`make drill-breakout` tries them): long enough, of every kind, each once."""

from __future__ import annotations

import re
from collections import Counter

from tests.drills.breakout.attempts import SILENT, F, scanned, typed
from tests.house_rules.sources import ROOT

ATTEMPTS = [*typed("http://127.0.0.1:1"), *scanned("http://127.0.0.1:1")]


def test_more_than_sixty_attempts_of_every_kind_stand_on_the_list() -> None:
    kinds = Counter(one.kind for one in ATTEMPTS)
    assert kinds.total() >= 60
    asked = {"key", "chord", "terminal", "held", "mouse", "gesture", "keyboard", "code", "programming"}
    assert set(kinds) == asked
    assert len({(one.kind, one.name) for one in ATTEMPTS}) == len(ATTEMPTS)


def test_every_terminal_and_every_function_key_is_tried() -> None:
    names = {one.name for one in ATTEMPTS}
    assert {f"F{n}" for n in range(1, 13)} | {f"Ctrl+Alt+F{n}" for n in range(1, 13)} <= names
    assert {"Ctrl+Alt+Del", "Ctrl+Alt+Backspace", "Alt+F4", "Shift five times", *SILENT} <= names


def test_the_keyboard_of_the_session_silences_what_leads_elsewhere() -> None:
    keys = (ROOT / "packaging/kiosk-session/keys.xkb").read_text(encoding="utf-8")
    silent = set(re.findall(r"replace key <(\w+)> \{ \[ NoSymbol \] \}", keys))
    assert {f"FK{n:02d}" for n in F} | {"LALT", "RALT", "LCTL", "RCTL", "LWIN", "RWIN", "COMP", "PRSC"} <= silent


def test_the_session_has_no_other_terminal_and_never_sleeps() -> None:
    display = (ROOT / "packaging/kiosk-session/display").read_text(encoding="utf-8")
    for word in ("-novtswitch", "-nolisten tcp", "-s 0", "-dpms", "-accessx"):
        assert word in display
    config = (ROOT / "packaging/kiosk-session/xorg.conf").read_text(encoding="utf-8")
    for option in ("DontVTSwitch", "DontZap", "DontZoom"):
        assert f'Option "{option}" "true"' in config
    assert "NAutoVTs=0" in (ROOT / "packaging/systemd/logind.conf").read_text(encoding="utf-8")
