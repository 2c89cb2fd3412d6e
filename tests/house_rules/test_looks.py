"""Looks come from tokens: one source, no colour literal elsewhere, every text readable on its ground."""

import re
import runpy

import pytest

from tests.house_rules.sources import ROOT, name_of, with_suffix

MAKER = runpy.run_path(str(ROOT / "packaging/assets/make_tokens.py"))
TOKENS = MAKER["load"]()
GENERATED = {"ui/qml/Kapok/Theme/Tokens.qml", "ui/web/static/tokens.css"}
LITERAL = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?=[;\"'\s])|\brgba?\(|\bQt\.rgba\(|\bhsl\(")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ratio(one: str, other: str) -> float:
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_generated_files_are_what_the_source_makes():
    assert (ROOT / "ui/qml/Kapok/Theme/Tokens.qml").read_text(encoding="utf-8") == MAKER["qml"](TOKENS), (
        "run `make assets`"
    )
    assert (ROOT / "ui/web/static/tokens.css").read_text(encoding="utf-8") == MAKER["css"](TOKENS), "run `make assets`"


@pytest.mark.parametrize("pair", TOKENS["contrast"])
def test_a_text_or_edge_stands_out_from_its_ground(pair):
    front, ground, least = TOKENS["contrast"][pair]
    ratio = _ratio(*(MAKER["colour"](TOKENS, TOKENS["role"][role]) for role in (front, ground)))
    assert ratio >= least, f"{front} on {ground}: {ratio:.2f}, wanted {least}"


def test_no_colour_literal_stands_outside_the_tokens():
    for path in with_suffix(".qml", ".css", ".js", ".html", under=("ui/",)):
        if name_of(path) in GENERATED:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = LITERAL.search(line.partition("//")[0])
            assert not found, (
                f"{name_of(path)}:{number} has the colour {found[0]}; name a role of ui/tokens/tokens.toml"
            )
