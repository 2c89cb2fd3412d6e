"""Status bytes in both directions, in any chunks, among stray bytes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.receipt_printer import status
from devices.receipt_printer.status import Acknowledged, Answer, Cleared, Flag, Processed, Pushed, StatusReader
from devices.values.receipt_printer import Paper, PrinterStatus

FLAG_SETS = st.frozensets(st.sampled_from(list(Flag)))
PAPER_FLAGS = {Flag.PAPER_NEAR_END, Flag.PAPER_END}
OUT = frozenset({Flag.OFFLINE, Flag.PAPER_STOP, Flag.PAPER_NEAR_END, Flag.PAPER_END})


@pytest.mark.parametrize(
    ("flags", "answers"),
    [  # measured against another emulator (devices notes, A4)
        (frozenset(), "12121212"),
        ({Flag.PAPER_NEAR_END}, "1212121e"),
        (OUT, "1a32127e"),
        ({Flag.OFFLINE, Flag.COVER_OPEN}, "1a161212"),
        ({Flag.OFFLINE}, "1a121212"),
    ],
)
def test_realtime_bytes_are_the_measured_ones(flags, answers):
    assert bytes(status.realtime_byte(query, frozenset(flags)) for query in status.QUERIES).hex() == answers


def test_pushed_packet_is_the_reference_layout_when_the_cover_is_open_and_paper_is_out():
    flags = frozenset({Flag.OFFLINE, Flag.COVER_OPEN, Flag.CUTTER, Flag.PAPER_END})
    assert status.pushed_packet(flags).hex() == "38080c00"


@given(FLAG_SETS, st.sampled_from(status.QUERIES))
def test_a_realtime_answer_comes_back_as_the_flags_it_can_carry(flags, query):
    reader = StatusReader()
    reader.expect(query)
    (event,) = reader.feed(bytes((status.realtime_byte(query, flags),)))
    assert isinstance(event, Answer)
    assert event.query == query
    assert event.flags <= flags
    assert status.realtime_byte(query, event.flags) == status.realtime_byte(query, flags)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(status.QUERIES), FLAG_SETS),
        st.tuples(st.just("push"), st.just(0), FLAG_SETS),
        st.tuples(st.just("processed"), st.just(0), FLAG_SETS),
        st.tuples(st.just("stray"), st.sampled_from([0x11, 0x13, 0x80, 0x93, 0xFF]), st.just(frozenset())),
    ),
    max_size=30,
)


@given(STEPS, st.lists(st.integers(1, 5), max_size=40))
def test_a_mixed_conversation_is_read_in_order_whatever_the_chunks(steps, sizes):
    reader, data, expected = StatusReader(), b"", []
    for kind, number, flags in steps:
        if kind == "answer":
            reader.expect(number)
            data += bytes((status.realtime_byte(number, flags),))
        elif kind == "push":
            data += status.pushed_packet(flags)
        elif kind == "processed":
            reader.expect_processed()
            data += bytes((status.processed_byte(flags),))
        else:
            data += bytes((number,))
        if kind != "stray":
            expected.append({"answer": Answer, "push": Pushed, "processed": Processed}[kind])
    events, rest = [], data
    for size in itertools.chain(sizes, itertools.repeat(1)):
        if not rest:
            break
        events += reader.feed(rest[:size])
        rest = rest[size:]
    assert [type(event) for event in events] == expected
    assert reader.stray == sum(kind == "stray" for kind, _, _ in steps)


@given(st.binary(max_size=200))
def test_noise_is_never_an_answer_when_nothing_was_asked(noise):
    assert all(isinstance(event, Pushed) for event in StatusReader().feed(noise))


def test_an_answer_is_read_in_the_middle_of_a_pushed_packet():
    reader = StatusReader()
    reader.expect(1)
    packet = status.pushed_packet(frozenset({Flag.COVER_OPEN}))
    answer, pushed = reader.feed(packet[:2] + b"\x12" + packet[2:])
    assert answer == Answer(1, frozenset())
    assert pushed == Pushed(frozenset({Flag.COVER_OPEN}))


def test_a_packet_that_breaks_off_is_dropped_and_the_next_is_read():
    reader = StatusReader()
    (event,) = reader.feed(b"\x18\x00" + status.pushed_packet(frozenset({Flag.PAPER_END})))
    assert event == Pushed(frozenset({Flag.PAPER_END}))
    assert reader.stray == 2


def test_a_late_answer_is_a_stray_after_the_question_was_given_up():
    reader = StatusReader()
    reader.expect(1)
    reader.feed(b"\x10")
    reader.forget()
    assert reader.feed(b"\x12\x00") == []
    assert (reader.stray, reader.unasked) == (3, 1)


def test_a_question_in_turn_stays_owed_when_the_status_questions_are_given_up():
    reader = StatusReader()
    reader.expect_processed()
    reader.forget()
    assert reader.turns == 1
    assert reader.feed(b"\x00") == [Processed(frozenset())]
    assert reader.turns == 0


@given(st.integers(0, 809_999), st.integers(0, 6))
def test_a_process_id_that_lost_a_byte_is_no_acknowledgement(number, lost):
    block = status.process_block(status.token(number))
    assert StatusReader().feed(block) == [Acknowledged(status.token(number))]
    assert StatusReader().feed(block[:lost] + block[lost + 1 :]) == []


def test_process_ids_are_read_around_answers_and_do_not_repeat():
    reader = StatusReader()
    reader.expect(4)
    block = status.process_block(b"Aomb")
    assert reader.feed(block[:4] + b"\x12" + block[4:]) == [Answer(4, frozenset()), Acknowledged(b"Aomb")]
    assert len({status.token(number) for number in range(5_000)}) == 5_000


def test_the_answer_to_a_cleared_buffer_is_read_and_an_unknown_block_is_dropped():
    assert StatusReader().feed(b"\x37\x24\x00" + status.cleared_block()) == [Cleared()]
    assert StatusReader().feed(b"\x37\x25" + status.cleared_block()) == [Cleared()]


def test_the_noise_counter_never_falls_while_a_push_comes_in():
    reader, heard = StatusReader(), [0]
    for byte in status.pushed_packet(frozenset()) + b"\x80\x00":
        reader.feed(bytes((byte,)))
        heard.append(reader.noise)
    assert heard == [0, 1, 2, 3, 4, 5, 6]


def test_no_answer_is_not_answered():
    assert status.printer_status({}) == PrinterStatus(answered=False)
    assert PrinterStatus(answered=False).fault == "device_silent"


def test_paper_is_unknown_when_the_printer_does_not_answer_for_it():
    known = status.printer_status({1: frozenset()})
    assert known.paper is Paper.UNKNOWN
    assert known.fault == ""


@pytest.mark.parametrize(
    ("flags", "reason", "paper"),
    [
        (frozenset(), "", Paper.OK),
        ({Flag.PAPER_NEAR_END}, "", Paper.LOW),
        (OUT, "paper_out", Paper.OUT),
        ({Flag.OFFLINE, Flag.COVER_OPEN}, "cover_open", Paper.OK),
        ({Flag.OFFLINE, Flag.ERROR, Flag.CUTTER}, "cutter_error", Paper.OK),
        ({Flag.OFFLINE, Flag.RECOVERABLE}, "printer_error", Paper.OK),
        ({Flag.OFFLINE}, "offline", Paper.OK),
        ({Flag.FEED_BUTTON}, "", Paper.OK),
    ],
)
def test_a_refusal_names_the_reason_that_a_person_can_act_on(flags, reason, paper):
    said = status.pushed_status(frozenset(flags))
    assert (said.fault, said.paper) == (reason, paper)
    assert said.ready == (not reason)
