"""Whose turn it is to say a call: once in a zone, in order, one at a time."""

from hall_server.domain.announcing import GRACE, Say, ZoneVoice, turn

NOON, LONG = 1_750_000_000_000_000, 9_000_000


def test_of_two_loudspeakers_in_a_zone_the_first_that_asks_says_the_call():
    first, zone = turn(ZoneVoice(), "a", 5, NOON, LONG)
    second, same = turn(zone, "b", 5, NOON + 1_000_000, LONG)
    assert first.say is Say.YOURS
    assert (second.say, second.left) == (Say.TAKEN, LONG - 1_000_000)
    assert same == zone


def test_the_next_call_waits_until_the_one_before_has_been_heard_and_belongs_to_whoever_spoke():
    _, zone = turn(ZoneVoice(), "a", 5, NOON, LONG)
    other, _ = turn(zone, "b", 6, NOON + LONG - 1, LONG)
    same, _ = turn(zone, "a", 6, NOON + LONG - 1, LONG)
    assert (other.say, other.left) == (Say.WAIT, GRACE + 1)
    assert same.say is Say.YOURS


def test_another_takes_over_from_a_loudspeaker_that_has_gone():
    _, zone = turn(ZoneVoice(), "a", 5, NOON, LONG)
    answer, zone = turn(zone, "b", 6, NOON + LONG + GRACE, LONG)
    assert answer.say is Say.YOURS
    assert zone.speaker == "b"


def test_an_old_call_is_never_said_again_and_holds_nobody_up():
    _, zone = turn(ZoneVoice(), "a", 5, NOON, LONG)
    answer, after = turn(zone, "a", 4, NOON + 10, LONG)
    assert (answer.say, answer.left) == (Say.TAKEN, 0)
    assert after is zone


def test_a_loudspeaker_whose_answer_was_lost_is_told_again_that_it_speaks():
    _, zone = turn(ZoneVoice(), "a", 5, NOON, LONG)
    again, zone = turn(zone, "a", 5, NOON + 8_000_000, LONG)
    late, _ = turn(zone, "a", 5, NOON + 8_000_000 + LONG, LONG)
    assert again.say is Say.YOURS
    assert late.say is Say.TAKEN
