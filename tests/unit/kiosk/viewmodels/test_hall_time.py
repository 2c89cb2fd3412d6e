"""The hall's clock on this machine."""

from msgspec.structs import replace as changed

from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.examples import AT, HALL, IDLE, NOW
from kiosk.viewmodels.hall_time import HallTime, heard


def test_the_hall_s_word_is_read_on_with_the_seconds_since():
    known = heard(None, IDLE)
    assert known == HallTime(AT, NOW, 8 * 3600)
    assert f"{known.read(NOW + 61):%Y-%m-%d %H:%M:%S}" == "2026-10-16 09:43:01"


def test_the_same_word_again_changes_nothing_and_a_new_one_does():
    known = heard(None, IDLE)
    assert heard(known, replace(IDLE, now=NOW + 30)) is known
    later = replace(IDLE, now=NOW + 30, hall=changed(HALL, at=AT + 31_000_000))
    assert heard(known, later) == HallTime(AT + 31_000_000, NOW + 30, 8 * 3600)


def test_a_hall_of_another_zone_shows_its_own_time():
    known = heard(None, replace(IDLE, hall=changed(HALL, utc_offset_s=6 * 3600)))
    assert f"{known.read(NOW):%H:%M}" == "07:42"


def test_without_the_hall_what_was_known_stays():
    known = HallTime(AT, NOW, 8 * 3600)
    assert heard(known, Session()) is known
    assert heard(None, replace(IDLE, hall=changed(HALL, at=0))) is None
