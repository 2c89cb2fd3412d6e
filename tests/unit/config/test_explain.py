"""Every key of the files can be explained: what may stand there, what holds without it, what it means."""

from __future__ import annotations

from config.explain import explained, known_keys


def test_a_key_says_what_may_stand_there_and_what_holds_without_it() -> None:
    (floor,) = explained("hall.walk_in_floor")
    assert (floor.file, floor.default, floor.required) == ("site file", "0.4", False)
    assert "at least 0" in floor.kind
    assert "CL-C10" in floor.meaning
    (level,) = explained("hall.level")
    assert level.kind == "one of city, district, street, village"
    site, machine = explained("counter.no")
    assert (site.file, machine.file) == ("site file", "counter's file")
    (letter,) = explained("queue.letter")
    assert letter.required
    (bottom,) = explained("screen.glass_bottom_mm")
    assert (bottom.file, "at most 1400" in bottom.kind) == ("kiosk file", True)


def test_tables_within_tables_are_reached() -> None:
    assert {"hall.hours.noon_counters", "bundle.question.answers.to", "idle.slides.seconds"} <= set(known_keys())


def test_every_key_has_a_meaning_on_the_page_of_settings() -> None:
    without = [key for key in known_keys() if not all(one.meaning for one in explained(key))]
    assert without == []
    assert explained("hall.nothing") == ()
