import pytest

from devices.sensors.codec import decode_changed, decode_state, encode_changed, encode_state
from devices.values.sensors import SensorInput


def test_golden_bytes():
    assert encode_changed(SensorInput.DOOR, active=True, age_s=1.5) == bytes.fromhex("01 01 000f")
    assert encode_state({SensorInput.DOOR: True, SensorInput.POWER: False}) == bytes.fromhex("05 01")


@pytest.mark.parametrize("which", list(SensorInput))
@pytest.mark.parametrize("active", [True, False])
def test_a_change_is_read_as_it_was_written(which, active):
    assert decode_changed(encode_changed(which, active=active, age_s=2.5)) == (which, active, 2.5)
    assert decode_changed(encode_changed(which, active=active, age_s=1e9)) == (which, active, 6553.5)
    assert decode_state(encode_state({which: active})) == {which: active}


@pytest.mark.parametrize("broken", [b"", b"\1\1\0", b"\0\1\0\0", b"\4\1\0\0", b"\1\2\0\0"])
def test_what_no_change_can_be_is_none(broken):
    assert decode_changed(broken) is None


@pytest.mark.parametrize("said", [b"", b"\7", b"\xf8\xff"])
def test_a_state_that_says_nothing_we_know_is_nothing(said):
    assert decode_state(said) == {}
