"""The file of a counter's machine."""

from pathlib import Path

import pytest

from config.counter_file import load_counter
from config.errors import ConfigError

EXAMPLE = Path(__file__).parents[3] / "config/sites/counter.toml"


def test_the_example_has_all_three_boxes() -> None:
    found = load_counter(EXAMPLE)
    assert found.counter.no == 3
    assert set(found.device) == {"caller", "led_strip", "rating_pad"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[counter]\nno = 0\n", "counter.no"),
        ("[counter]\nno = 3\nserver = 'hall'\n", "counter.server"),
        ("[counter]\nno = 3\n", "no box at all"),
        ("[counter]\nno = 3\n[device.id_card]\ndriver = 'sdt'\n", "device.id_card"),
        ("[counter]\nno = 3\ncolour = 1\n", "colour"),
    ],
)
def test_what_cannot_be_is_named(tmp_path: Path, text: str, words: str):
    path = tmp_path / "counter.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=words):
        load_counter(path)
