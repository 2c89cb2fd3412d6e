"""The words of the screen: both catalogues are complete, and an English screen holds no Chinese of ours."""

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import msgspec
import pytest

from kiosk.session.modes import Language, Modes
from kiosk.values import replace
from kiosk.viewmodels.examples import ABOUT, EXAMPLES, THEMES

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, HONG_KONG = (ROOT / f"ui/i18n/kiosk_{name}.ts" for name in ("en", "zh_HK"))
UPDATE = [ROOT / ".venv/bin/pyside6-lupdate", "-silent", "-source-language", "zh_CN", "-target-language", "en"]
CHINESE = re.compile(r"[\u3400-\u9fff]")
RUN = re.compile(r"[\u3400-\u9fff]+")
WIDE = re.compile(r".?[\u3000-\u303f\uff00-\uff5e].?")  # points of Chinese, with their neighbours
SIMPLIFIED = set(
    "么价优儿准几后听并愿托机确离种网"
)  # of those that traditional Big5 holds as well, which differ in ours


def messages(catalogue):
    """(context, Chinese, translation) of every sentence and each of its forms; empty while it is unfinished."""
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            for form in made.findall("numerusform") or [made]:
                translated = "" if made.get("type") else form.text or ""
                yield context.findtext("name"), message.findtext("source"), translated


def sentences(catalogue):
    return {(context, source) for context, source, _ in messages(catalogue)}


@pytest.mark.parametrize("kept", [ENGLISH, HONG_KONG], ids=lambda kept: kept.stem)
def test_the_catalogue_holds_every_sentence_of_the_pages(kept, tmp_path):
    made = tmp_path / "kiosk_en.ts"
    files = sorted((ROOT / "ui/qml/Kapok").glob("*/*.qml"))
    subprocess.run([*UPDATE, "-locations", "none", *files, "-ts", made], check=True, capture_output=True)
    assert len(sentences(made)) > 100
    assert sentences(kept) == sentences(made), "packaging/assets/make_words.py --update brings it up to date"


@pytest.mark.parametrize("kept", [ENGLISH, HONG_KONG], ids=lambda kept: kept.stem)
def test_every_sentence_is_translated_with_the_same_places_for_figures(kept):
    for context, chinese, translated in messages(kept):
        assert translated, f"{context}: {chinese}"
        assert sorted(re.findall("%[1-9n]", chinese)) == sorted(re.findall("%[1-9n]", translated)), chinese


def test_english_says_one_person_and_two_people():
    """A sentence that counts has both forms, and they differ."""
    for message in ET.parse(ENGLISH).getroot().iter("message"):
        if message.get("numerus") == "yes":
            forms = [form.text for form in message.iter("numerusform")]
            assert len(set(forms)) == 2, message.findtext("source")


def test_english_holds_no_chinese_character():
    assert [english for _, _, english in messages(ENGLISH) if CHINESE.search(english)] == []


def test_the_words_for_hong_kong_hold_no_simplified_character():
    found = {(mark, words) for _, _, words in messages(HONG_KONG) for mark in words if simplified(mark)}
    assert found == set()


def simplified(mark):
    """The mainland's character set has it, that of traditional characters has not; or it is one of a few in both."""
    return mark in SIMPLIFIED or (written(mark, "gb2312") and CHINESE.match(mark) and not written(mark, "big5"))


def written(mark, character_set):
    try:
        mark.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


def test_without_being_asked_the_screen_speaks_chinese(glass):
    assert glass.says("今天想办什么事？")


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_chinese_of_ours_is_left_on_an_english_screen(glass, example):
    """Neither to be read nor to be heard. What a session holds, the hall has told, a file or a card: that may be."""
    session = EXAMPLES[example]
    theirs = "\n".join([*told(session), ABOUT.kiosk_name, ABOUT.hall_name])
    glass.stand(replace(session, modes=Modes(language=Language.EN)))
    for words in [*glass.words(), *(name for _, name, _, _ in glass.accessible())]:
        for run in RUN.findall(words):
            assert run in theirs, words
    assert [point for words in glass.said() for point in WIDE.findall(words) if point not in theirs] == []


def told(thing):
    """Every string in what a session holds."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, msgspec.Struct):
        yield from told([getattr(thing, name) for name in thing.__struct_fields__])
    elif is_dataclass(thing):
        yield from told([getattr(thing, field.name) for field in fields(thing)])
    elif isinstance(thing, Mapping):
        yield from told([*thing.keys(), *thing.values()])
    elif isinstance(thing, Iterable) and not isinstance(thing, bytes | bytearray | memoryview):
        for one in thing:
            yield from told(one)


def test_every_theme_of_the_demo_hall_has_a_short_name_and_no_two_the_same(glass):
    glass.stand("services")
    glass.tap("services.more")
    names = [glass.find(f"services.theme.{theme}").property("text") for theme in THEMES]
    assert {len(name) for name in names} == {2}
    assert len(set(names)) == len(names)
