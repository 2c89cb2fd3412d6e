"""The bad cable of the emulator: it spoils some answers, and the same ones for the same seed."""

from devices.receipt_printer.bad_line import BadLine

ANSWER = b"\x37\x22ABCD\x00"


def test_a_quarter_of_the_answers_is_spoilt_and_by_one_byte_only():
    line = BadLine(7)
    heard = [line.spoilt(ANSWER) for _ in range(400)]
    spoilt = [each for each in heard if each != ANSWER]
    assert 60 < len(spoilt) < 140
    assert {len(each) - len(ANSWER) for each in spoilt} == {-1, 0, 1}


def test_the_same_seed_spoils_and_delays_in_the_same_way():
    one, other = BadLine(3), BadLine(3)
    assert [one.spoilt(ANSWER) for _ in range(50)] == [other.spoilt(ANSWER) for _ in range(50)]
    assert [one.delay_s() for _ in range(5)] == [other.delay_s() for _ in range(5)]


def test_nothing_said_stays_nothing():
    line = BadLine(1)
    assert {line.spoilt(b"") for _ in range(50)} == {b""}
