"""Names of people and of what they come for: long, in Latin letters, of characters that are hardly ever written."""

import dataclasses
from itertools import count

import msgspec
import pytest
from PySide6.QtGui import QTextLayout

from hall_server.contract.catalogue import ItemView
from hall_server.contract.identity.masks import name_mask
from kiosk.session.state import Person
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from tests.qml.forms import FORMS
from tests.qml.test_accessibility import RULES

LONG = "内地居民与香港特别行政区居民共有不动产继承转移登记（一件事）"  # catalogues have such
NUMERALS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃"
MASKS = {
    "Latin letters": name_mask("", "WOLFESCHLEGELSTEINHAUSEN MAXIMILIAN WILLIAM"),
    "Uyghur": name_mask("阿卜杜热依木江·买买提图尔荪尼亚孜"),
    "a compound surname": name_mask("欧阳震华"),
    "rare characters": name_mask("𠮷𡈽𪜀"),
}
PEOPLE = [name for name, session in EXAMPLES.items() if session.visit and session.visit.person]


class Renaming:
    """The same sessions, with people of one name and with items of long ones, no two alike."""

    def __init__(self, mask=None, long=False):
        self.mask, self.long, self._names, self._next = mask, long, {}, count()

    def of(self, thing):
        if isinstance(thing, Person):
            return replace(thing, name_mask=self.mask or thing.name_mask)
        if isinstance(thing, msgspec.Struct):
            told = {name: self.of(getattr(thing, name)) for name in thing.__struct_fields__}
            if self.long and isinstance(thing, ItemView):
                told["name"] = self._names.setdefault(thing.id, f"{LONG[:-2]}{NUMERALS[len(self._names)]}）")
            return type(thing)(**told)
        if dataclasses.is_dataclass(thing):
            parts = [one.name for one in dataclasses.fields(thing) if one.init]
            return dataclasses.replace(thing, **{name: self.of(getattr(thing, name)) for name in parts})
        return tuple(map(self.of, thing)) if type(thing) is tuple else thing


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_item_with_the_name_of_a_law_stands_whole_on_every_page(glass, example):
    session = Renaming(long=True).of(EXAMPLES[example])
    broken = []
    for form in FORMS:
        glass.stand(form.of(session))
        for rule in RULES:
            broken += [f"{form.name}: {rule.__name__}: {found}" for found in rule(glass, form)]
    assert broken == []


@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
def test_whoever_it_is_reads_their_name_on_every_page_that_has_it(glass, mask):
    broken, read = [], 0
    for example in PEOPLE:
        session = Renaming(mask).of(EXAMPLES[example])
        for form in FORMS:
            glass.stand(form.of(session))
            read += any(mask in words for words in glass.words())
            for rule in RULES:
                broken += [f"{example}, {form.name}: {rule.__name__}: {found}" for found in rule(glass, form)]
    assert broken == []
    assert read >= len(FORMS)


@pytest.mark.parametrize("mark", "𠮷𠀋𡈽𤭯𫝀𪜀䶮㼆龘叕")
def test_a_character_that_is_hardly_ever_written_is_drawn(glass, mark):
    glass.stand("confirm")
    (name,) = (item for item in glass.texts() if item.property("text") == EXAMPLES["confirm"].visit.person.name_mask)
    layout = QTextLayout(mark, name.property("font"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    drawn = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert drawn
    assert 0 not in drawn, "an empty box stands in its place"
