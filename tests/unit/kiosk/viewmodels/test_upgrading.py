"""升级 (UI-T7): what the slots wrote, in sentences; nothing that they may write breaks the page."""

from __future__ import annotations

import pytest

from kiosk.session.modes import Language, Modes
from kiosk.session.self_test_words import Lamp
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.examples_upgrading import ROLLED_BACK
from kiosk.viewmodels.upgrading import LONGEST, upgrade_props
from tests.unit.kiosk.session.test_upgrading import SLOTS, with_slots


def rows(name: str) -> dict[str, tuple[str, str, str]]:
    return {row.key: (row.lamp, row.word, row.version) for row in upgrade_props(EXAMPLES[name]).rows}


def test_a_machine_that_is_well_offers_the_version_before() -> None:
    props = upgrade_props(EXAMPLES["upgrade"])
    assert (props.back, props.forward, props.returns) == ("0.4.0", "", "0.4.1")
    assert rows("upgrade")["other"] == (Lamp.FINE, "ready", "0.4.0")
    assert props.rows[-1].when == "11-23 21:10", "on the hall's clock"


def test_a_version_that_came_back_says_why_and_is_not_offered_again() -> None:
    props = upgrade_props(EXAMPLES["upgrade_rolled_back"])
    last = props.rows[-1]
    assert (last.word, last.version, last.why) == ("rolled_back", "0.4.2", "服务没就绪")
    assert (props.back, props.forward) == ("", "")
    english = upgrade_props(replace(EXAMPLES["upgrade_rolled_back"], modes=Modes(language=Language.EN)))
    assert english.rows[-1].why == "not ready in time"


def test_what_the_hall_wants_can_be_had_when_it_lies_here() -> None:
    assert upgrade_props(EXAMPLES["upgrade_wanted"]).forward == "0.4.2"
    assert rows("upgrade_not_here")["hall"] == (Lamp.WARNING, "removed", "0.4.2")
    assert rows("upgrade_no_slots")["hall"] == (Lamp.WARNING, "cannot", "0.4.2")


@pytest.mark.parametrize(("name", "word"), [("upgrade_no_slots", "none"), ("upgrade_torn", "torn")])
def test_slots_that_cannot_be_read_are_said_so(name: str, word: str) -> None:
    assert rows(name)["slots"] == (Lamp.WARNING, word, "")
    assert upgrade_props(EXAMPLES[name]).back == ""


def test_nothing_that_is_written_there_breaks_the_page() -> None:
    odd = replace(ROLLED_BACK, wrong="x" * 9999, at="yesterday")
    last = upgrade_props(with_slots(odd)).rows[-1]
    assert (len(last.why), last.when) == (LONGEST, "")
    never = upgrade_props(with_slots(replace(SLOTS, last="", before="")))
    assert [row.word for row in never.rows] == ["running", "nothing", "nothing", "nothing"]
    waiting = upgrade_props(with_slots(replace(SLOTS, at_work="0.4.2", last="switched")))
    assert waiting.rows[0].word == "not_begun"
