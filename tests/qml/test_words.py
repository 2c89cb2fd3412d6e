"""The catalogue of words: every sentence of the pages is in it, none that has gone; and its English is complete."""

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.viewmodels.examples import CATALOGUE, EXAMPLES, HALL, THEMES, TICKET

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "ui/i18n/kiosk_en.ts"
UPDATE = [ROOT / ".venv/bin/pyside6-lupdate", "-silent", "-source-language", "zh_CN", "-target-language", "en"]
CHINESE = re.compile(r"[\u3400-\u9fff]")
NOT_OURS = (  # told by the hall, the machine's file or the card
    *(item.name for item in CATALOGUE.items),
    *(material.name for item in CATALOGUE.items for material in item.materials),
    *(item.place for item in CATALOGUE.items),
    *(queue.name for queue in HALL.queues),
    *(TICKET.item_name, TICKET.place, *TICKET.bring, HALL.hall_name, "1 号机", "陈*明"),
)


def messages(catalogue):
    """(context, Chinese, English) of every sentence; English is empty while it is unfinished."""
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            english = "" if made.get("type") else made.text or ""
            yield context.findtext("name"), message.findtext("source"), english


def sentences(catalogue):
    return {(context, source) for context, source, _ in messages(catalogue)}


def test_the_catalogue_holds_every_sentence_of_the_pages(tmp_path):
    made = tmp_path / "kiosk_en.ts"
    files = sorted((ROOT / "ui/qml/Kapok").glob("*/*.qml"))
    subprocess.run([*UPDATE, "-locations", "none", *files, "-ts", made], check=True, capture_output=True)
    assert len(sentences(made)) > 100
    assert sentences(KEPT) == sentences(made), "pyside6-lupdate -locations none -no-obsolete writes it again"


def test_every_sentence_has_its_english_with_the_same_places_for_figures():
    for context, chinese, english in messages(KEPT):
        assert english, f"{context}: {chinese}"
        assert not CHINESE.search(english), english
        assert sorted(re.findall("%[1-9]", chinese)) == sorted(re.findall("%[1-9]", english)), chinese


@pytest.fixture
def english(qapp, tmp_path):
    """The words of the screen in English, as the language button will one day bring them; gone after the test."""
    compiled, translator = tmp_path / "kiosk_en.qm", QTranslator()
    subprocess.run([ROOT / ".venv/bin/pyside6-lrelease", "-silent", KEPT, "-qm", compiled], check=True)
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_without_being_asked_the_screen_speaks_chinese(glass):
    assert glass.says("今天想办什么事？")


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_chinese_of_ours_is_left_on_an_english_screen(english, glass, example):
    glass.stand(example)
    for words in glass.words():
        for theirs in sorted(NOT_OURS, key=len, reverse=True):
            words = words.replace(theirs, "")  # noqa: PLW2901 - what remains is ours
        assert not CHINESE.search(words), words


def test_every_theme_of_the_demo_hall_has_a_short_name_and_no_two_the_same(glass):
    glass.stand("services")
    glass.tap("services.more")
    names = [glass.find(f"services.theme.{theme}").property("text") for theme in THEMES]
    assert {len(name) for name in names} == {2}
    assert len(set(names)) == len(names)
