"""The guides for people who never read code: commands, pictures, pages and settings that they name are there."""

from __future__ import annotations

import re

import pytest
from click import Group

from config.explain import known_keys
from kapok import main
from tests.house_rules.sources import ROOT

GUIDES = sorted((ROOT / "docs/guides").iterdir())
TEXT = {path.name: path.read_text(encoding="utf-8") for path in GUIDES}
LOOKED_AT = (
    *("docs/screens.md", "docs/rights.md"),
    *("docs/for-technicians.md", "docs/for-clerks.md"),
)


def command_of(words: list[str]) -> tuple[object, list[str]]:
    """The command that a line names, and the words behind it."""
    command: object = main
    while words and isinstance(command, Group) and (inner := command.get_command(None, words[0])):
        command, words = inner, words[1:]
    return command, words


def test_there_are_four_guides():
    assert {path.name for path in GUIDES} == {"administrator.md", "clerk.html", "poster.html", "technician.md"}


@pytest.mark.parametrize("name", TEXT)
def test_every_command_of_a_guide_is_one(name):
    for line in re.findall(r"kapok ((?:[a-z-]+ ?)+(?:--[a-z-]+[^`\n]*)?)", TEXT[name]):
        command, rest = command_of(line.split())
        assert command is not main, f"docs/guides/{name}: no such command: kapok {line}"
        options = {name for param in command.params for name in param.opts}
        for word in rest:
            if word.startswith("--"):
                assert word in options, f"docs/guides/{name}: kapok {line}: no option {word}"


@pytest.mark.parametrize("name", TEXT)
def test_every_picture_of_a_guide_is_there_and_made_by_tests(name):
    for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)|<img src=\"([^\"]+)\"", TEXT[name]):
        path = ROOT / "docs/guides" / (target[0] or target[1])
        assert path.is_file(), f"docs/guides/{name} shows {target}, which is not there"
        assert path.resolve().is_relative_to(ROOT / "tests/golden"), f"{path} is drawn by no test"


@pytest.mark.parametrize("name", TEXT)
def test_every_page_and_setting_of_a_guide_is_told_elsewhere_too(name):
    told = "".join((ROOT / page).read_text(encoding="utf-8") for page in LOOKED_AT)
    for page in re.findall(r"`(/[a-z]+)`", TEXT[name]):
        assert f"`{page}" in told, f"docs/guides/{name}: no page {page}"
    for key in re.findall(r"config explain ([a-z_.]+)", TEXT[name]):
        assert key in known_keys(), f"docs/guides/{name}: no key {key}"


@pytest.mark.parametrize("name", TEXT)
def test_chinese_comes_first_and_english_beside_it(name):
    words = re.sub(r"<style>.*?</style>|<!--.*?-->|<[^>]+>", "", TEXT[name], flags=re.DOTALL)
    chinese = len(re.findall(r"[\u4e00-\u9fff]", words))
    assert chinese > len(re.findall(r"[A-Za-z]+", words)) * 0.9
    assert re.search(r"[\u4e00-\u9fff]", words.split("\n")[0] or words[:60])
    assert len(re.findall(r"\b[a-z]{3,}\b", words)) > 40
