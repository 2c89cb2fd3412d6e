"""When the camera's process looks closely, how long it rests, and that a code is told once for as long as it lies."""

from hypothesis import given
from hypothesis import strategies as st

from devices.code_scanner.codec import decode_code
from devices.code_scanner.pipeline import Reading
from devices.code_scanner.watching import AWAY_S, CLOSE_EVERY, FRAME_S, KEPT, LIKELY_S, SHARE, Effort, Repeats
from devices.values.code_scanner import Symbol

CODE, OTHER = decode_code(b"one"), decode_code(b"two")


def test_a_code_is_told_once_while_it_lies_there_and_again_after_it_was_away():
    repeats = Repeats()
    told = [bool(repeats.news([CODE], at / 10)) for at in range(100)]
    assert told == [True] + [False] * 99
    assert repeats.news([], 10 + AWAY_S) == []
    assert repeats.news([CODE], 10 + AWAY_S) == [CODE]


def test_a_code_that_is_missed_for_a_moment_is_not_told_again():
    repeats = Repeats()
    repeats.news([CODE], 0)
    assert repeats.news([], AWAY_S / 2) == []
    assert repeats.news([CODE], AWAY_S * 0.9) == []


def test_two_codes_in_turn_are_told_once_each():
    repeats = Repeats()
    told = [code for at in range(20) for code in repeats.news([CODE if at % 2 else OTHER], at / 10)]
    assert told == [OTHER, CODE]


def test_the_same_code_twice_in_one_picture_is_told_once():
    assert Repeats().news([CODE, CODE], 0) == [CODE]


def test_trusted_bytes_are_told_even_when_doubtful_ones_were_before():
    repeats, doubtful = Repeats(), decode_code(b"one", Symbol(trusted=False))
    assert repeats.news([doubtful], 0) == [doubtful]
    assert repeats.news([CODE], 0.1) == [CODE]


def test_a_flood_of_codes_is_not_remembered_without_end_nor_told():
    repeats = Repeats()
    told = [code for at in range(1000) for code in repeats.news([decode_code(b"%d" % at)], at / 1000)]
    assert len(told) == KEPT == len(repeats._seen)


def test_nothing_of_a_code_is_kept_after_it_was_away():
    repeats = Repeats()
    repeats.news([CODE], 0)
    repeats.news([], AWAY_S)
    assert repeats._seen == {}


def test_every_few_frames_are_looked_at_closely_and_all_of_them_while_something_is_there():
    effort = Effort()
    assert [effort.thorough(0) for _ in range(2 * CLOSE_EVERY)] == ([True] + [False] * (CLOSE_EVERY - 1)) * 2
    effort.rest_s(Reading(likely=True), 0, 0.1)
    assert all(effort.thorough(0.2) for _ in range(10))
    assert not all(effort.thorough(0.2 + LIKELY_S) for _ in range(CLOSE_EVERY))


@given(st.floats(0, 10))
def test_work_never_takes_more_than_its_share_of_a_core(took):
    rest = Effort().rest_s(Reading(), 0, took)
    assert rest >= 0
    assert took <= SHARE * (took + rest) + 1e-9
    assert took + rest >= FRAME_S - 1e-9
