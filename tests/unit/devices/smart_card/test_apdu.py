"""Commands, answers, and the detours that a chip may send us on."""

import pytest

from devices.smart_card.apdu import MAX_DETOURS, NO_ANSWER, Answer, answer_of, ask, command


def played(talk, *answers):
    """What was asked, and what came of it when the chip answers so."""
    asked = [next(talk)]
    for answer in answers:
        try:
            asked.append(talk.send(answer))
        except StopIteration as end:
            return asked, end.value
    return asked, None


def test_commands_have_the_bytes_of_the_standard():
    assert command(0xA4, 4, 0, b"\x01\x02") == bytes.fromhex("00A40400020102")
    assert command(0xB2, 1, 0x2C, le=0) == bytes.fromhex("00B2012C00")


def test_an_answer_is_data_and_two_status_bytes():
    assert answer_of(bytes.fromhex("0304332E30309000")) == Answer(bytes.fromhex("0304332E3030"), 0x9000)


@pytest.mark.parametrize("raw", [b"", b"\x90", bytes(1025)])
def test_what_is_too_short_or_too_long_is_no_answer(raw):
    assert answer_of(raw) is NO_ANSWER


def test_a_good_answer_is_taken_at_once():
    asked, answer = played(ask(command(0xB2, 1, 4, le=0)), b"data\x90\x00")
    assert answer == Answer(b"data", 0x9000)
    assert len(asked) == 1


def test_61_fetches_the_rest_in_pieces():
    asked, answer = played(ask(command(0xA4, 4, 0, b"x")), b"\x61\x03", b"abc\x61\x02", b"de\x90\x00")
    assert answer == Answer(b"abcde", 0x9000)
    assert asked[1:] == [bytes.fromhex("00C0000003"), bytes.fromhex("00C0000002")]


def test_6c_asks_again_with_the_length_that_the_chip_names():
    asked, answer = played(ask(command(0xB2, 7, 0x2C, le=0)), b"\x6c\x0b", b"data\x90\x00")
    assert answer.data == b"data"
    assert asked[1] == bytes.fromhex("00B2072C0B")


def test_6c_to_a_command_without_a_length_is_an_answer():
    _, answer = played(ask(command(0xA4, 4, 0, b"x")), b"\x6c\x0b")
    assert answer == Answer(b"", 0x6C0B)
    assert not answer.good


@pytest.mark.parametrize("again", [b"\x61\x01", b"x\x61\x01", b"\x61\x00"])
def test_61_without_an_end_comes_to_one(again):
    asked, answer = played(ask(command(0xA4, 4, 0, b"x")), *[again] * 100)
    assert answer is NO_ANSWER
    assert len(asked) <= MAX_DETOURS


def test_6c_without_an_end_comes_to_one():
    for answers in ([b"\x6c\x05"] * 100, [b"\x6c" + bytes([number]) for number in range(1, 100)]):
        asked, answer = played(ask(command(0xB2, 1, 4, le=0)), *answers)
        assert answer is NO_ANSWER
        assert len(asked) <= MAX_DETOURS


def test_pieces_that_together_are_too_many_are_no_answer():
    assert played(ask(command(0xA4, 4, 0, b"x")), *[bytes(255) + b"\x61\xff"] * 9)[1] is NO_ANSWER


def test_an_answer_does_not_show_its_data():
    assert "secret" not in repr(Answer(b"secret", 0x9000))
