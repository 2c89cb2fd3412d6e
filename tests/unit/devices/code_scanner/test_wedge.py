"""Whose keys are they: scans as codes, a person's keys in order, and nothing that a code could press."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.code_scanner.codec import MAX_CODE_BYTES
from devices.code_scanner.wedge import GAP_S, LEAST_KEYS, Refused, Typed, WedgeDecoder
from devices.values.code_scanner import ScannedCode
from devices.values.keyboard import Press, key_for

FAST, SLOW = GAP_S / 3, GAP_S * 3
text = st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S", "Zs"]), min_size=LEAST_KEYS, max_size=60)


class Hands:
    """Presses keys and keeps what came out."""

    def __init__(self):
        self.decoder, self.now, self.found = WedgeDecoder(), 100.0, []

    def press(self, characters, gap, **how):
        for character in characters:
            self.now += gap
            self.found += self.decoder.feed(key_for(character, self.now, **how))
        return self

    def scan(self, characters):
        """After a pause, one key after the other."""
        self.now += 10 * GAP_S
        return self.press(characters, FAST)

    def rest(self):
        self.now += 10 * GAP_S
        self.found += self.decoder.look(self.now)
        assert self.decoder.wake_at is None
        return self

    @property
    def codes(self):
        return [one.data.decode() for one in self.found if isinstance(one, ScannedCode)]

    @property
    def typed(self):
        return "".join(key.text for one in self.found if isinstance(one, Typed) for key in one.keys)

    @property
    def refused(self):
        return [one.reason for one in self.found if isinstance(one, Refused)]


@given(st.lists(st.tuples(text, st.sampled_from(["\r", "\t", "\r\n", ""])), min_size=1, max_size=4))
def test_scans_come_out_whole_and_not_one_key_leaks(scans):
    hands = Hands()
    for characters, end in scans:
        hands.scan(characters + end)
    hands.rest()
    assert hands.codes == [characters for characters, _ in scans]
    assert hands.typed == ""


@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), max_size=20))
def test_what_a_person_types_comes_out_in_order(characters):
    hands = Hands().press(characters + "\r", SLOW).rest()
    assert hands.typed == characters + "\r"
    assert hands.codes == hands.refused == []


def test_keys_are_held_back_until_it_is_decided():
    hands = Hands().press("a", SLOW)
    assert hands.found == []
    assert hands.decoder.wake_at == pytest.approx(hands.now + GAP_S)
    hands.found += hands.decoder.look(hands.now + GAP_S / 2)
    assert hands.found == []
    assert hands.rest().typed == "a"


def test_two_scans_without_a_pause_between_them_are_two_codes():
    assert Hands().press("ONE\rTWO\r", FAST).rest().codes == ["ONE", "TWO"]


@pytest.mark.parametrize("scan", ["AB\r", "6901234567892", "ABC\t"])
def test_a_short_scan_is_still_a_scan(scan):
    hands = Hands().scan(scan).rest()
    assert (hands.codes, hands.typed) == ([scan.strip()], "")


@pytest.mark.parametrize("scan", ["AB\x1dCD\r", "\x0fABC\r", "ABC\x1b", "\x1b[A\r", "A\u202eBC\r", "ABC\x7f\r"])
def test_a_code_with_control_characters_is_refused_whole(scan):
    hands = Hands().scan(scan).rest()
    assert (hands.codes, hands.typed, hands.refused) == ([], "", ["control_keys"])


def test_a_command_in_a_scan_spoils_it_before_and_after():
    hands = Hands().scan("AB")
    hands.press("o", FAST, command=True).press("CD\r", FAST).rest()
    assert (hands.codes, hands.typed, hands.refused) == ([], "", ["control_keys"])
    assert hands.scan("GOOD\r").codes == ["GOOD"]


def test_a_command_alone_is_refused_too():
    hands = Hands().press("q", SLOW, command=True).rest().press("a", SLOW).rest()
    assert (hands.refused, hands.typed) == (["control_keys"], "a")


def test_a_key_without_a_character_is_a_persons_alone_and_spoils_a_scan():
    hands = Hands().press([""], SLOW).rest()
    assert [key.press for one in hands.found for key in one.keys] == [Press.MOVE]
    hands = Hands().scan("AB").press([""], FAST).press("CD\r", FAST).rest()
    assert (hands.codes, hands.refused) == ([], ["control_keys"])


def test_a_key_that_is_held_down_is_a_persons():
    hands = Hands().press("a", SLOW)
    hands.now += 0.5
    hands.press(["a"] * 5, FAST, repeat=True).rest()
    assert [len(one.keys) for one in hands.found] == [1] * 6
    assert hands.codes == []


def test_a_scan_before_a_held_key_is_still_a_code():
    assert Hands().scan("CODE").press("x", FAST, repeat=True).codes == ["CODE"]


def test_a_scan_that_never_ends_is_thrown_away_and_little_is_held():
    hands = Hands()
    for _ in range(10):
        hands.press("9" * MAX_CODE_BYTES, FAST)
        assert len(hands.decoder._held) <= MAX_CODE_BYTES
    hands.press("\r", FAST)
    assert (hands.codes, hands.typed, hands.refused) == ([], "", ["too_long"])
    assert hands.scan("GOOD\r").codes == ["GOOD"]


def test_what_follows_right_behind_a_scan_is_never_a_persons():
    hands = Hands().scan("CODE\tE\r").rest()
    assert (hands.codes, hands.typed, hands.refused) == (["CODE"], "", ["too_short"])


def test_where_keys_are_missing_there_is_no_code():
    hands = Hands().scan("ABCD")
    hands.decoder.lose()
    hands.scan("EF\r").rest()
    assert (hands.codes, hands.typed, hands.refused) == ([], "", ["keys_lost"])
    assert hands.scan("GOOD\r").codes == ["GOOD"]


def test_a_clock_that_goes_back_keeps_nothing_for_ever():
    hands = Hands().press("a", SLOW)
    hands.now = 0.0
    assert hands.press("b", SLOW).rest().typed == "ab"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "a", "\r", "\t", "\x1d", "字", "\ud800"]),
            st.booleans(),
            st.booleans(),
            st.floats(-1, 1),
        ),
        max_size=40,
    )
)
def test_no_key_is_lost_or_doubled_whatever_is_pressed(presses):
    decoder, found, now = WedgeDecoder(), [], 100.0
    for number, (character, command, repeat, gap) in enumerate(presses):
        now += gap
        found += decoder.feed(key_for(character, now, command=command, repeat=repeat, origin=number))
    found += decoder.flush()
    handed_on = [key.origin for one in found if isinstance(one, Typed) for key in one.keys]
    assert handed_on == sorted(set(handed_on))
    assert decoder.wake_at is None


def test_a_key_hides_what_it_writes():
    assert "S" not in repr(key_for("S", 1.0))
