import pytest

from devices.transports.input_events import (
    EV_KEY,
    EV_SYN,
    EVENT,
    KEY_DOWN,
    SYN_DROPPED,
    SYN_REPORT,
    EventDecoder,
    EventsLost,
    InputEvent,
    encode_event,
)

ENTER = InputEvent(1700000000.25, EV_KEY, 96, KEY_DOWN)
REPORT = InputEvent(1700000000.25, EV_SYN, SYN_REPORT, 0)
DROPPED = InputEvent(1700000000.25, EV_SYN, SYN_DROPPED, 0)


def wire(*events):
    return b"".join(map(encode_event, events))


def test_a_struct_has_the_layout_of_the_kernel_on_64_bit_machines():
    golden = bytes.fromhex("00f1536500000000 90d0030000000000 0100 6000 01000000")
    assert encode_event(ENTER) == golden
    assert EventDecoder().feed(golden) == [ENTER]


@pytest.mark.parametrize("cut", range(EVENT.size * 2 + 1))
def test_events_are_the_same_wherever_the_stream_is_cut(cut):
    decoder, data = EventDecoder(), wire(ENTER, REPORT)
    assert decoder.feed(data[:cut]) + decoder.feed(data[cut:]) == [ENTER, REPORT]
    assert not decoder.pending


def test_what_stands_between_dropped_and_the_next_report_is_left_out():
    decoder = EventDecoder()
    found = decoder.feed(wire(ENTER, DROPPED, ENTER, ENTER, REPORT, ENTER))
    assert found == [ENTER, EventsLost(), ENTER]


def test_a_beginning_that_never_ends_is_forgotten():
    decoder = EventDecoder()
    assert decoder.feed(wire(ENTER)[:-5]) == []
    assert decoder.pending
    decoder.forget()
    assert decoder.feed(wire(ENTER)) == [ENTER]


def test_any_bytes_are_events_or_wait():
    decoder = EventDecoder()
    for length in range(120):
        decoder.feed(bytes((length * 7 + place) & 0xFF for place in range(length)))
