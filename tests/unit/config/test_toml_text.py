"""Tables that a program writes are what tomllib reads."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from config.toml_text import toml_of

TABLES: dict[str, object] = {
    "kiosk": {
        "id": "K1",
        "name": '1 号机 "东"\\\n\x7f',
        "idle_s": 60.5,
        "attended": True,
        "online_codes": ["A:", "B:"],
    },
    "map": {"here": (2, 11), "via": [[19, 11]]},
    "device": {"id_card": {"driver": "sdt", "address": "serial:///dev/ttyUSB0?baud=115200"}},
    "idle": {"folder": "", "slides": [{"file": "a.png"}, {"file": "b.png", "seconds": 3}]},
    "odd key": {"a.b": 1},
    "none": {},
}


def test_what_is_written_is_read_again() -> None:
    read = tomllib.loads(toml_of(TABLES))
    assert read == {**TABLES, "map": {"here": [2, 11], "via": [[19, 11]]}}


def test_a_value_that_toml_has_no_word_for_is_refused() -> None:
    with pytest.raises(TypeError, match="date"):
        toml_of({"day": date(2026, 1, 1)})
