"""IPP messages: known bytes, every syntax, and cuts at every position."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.page_printer.answering import Answering
from devices.page_printer.asking import Asking, Ticket
from devices.page_printer.codec import (
    Attribute,
    Group,
    IppSyntaxError,
    Message,
    Value,
    attribute,
    decode_message,
    encode_message,
)
from devices.page_printer.machine import PrinterMachine
from devices.page_printer.words import Operation, Tag

KNOWN = bytes.fromhex(  # Get-Printer-Attributes 1.1, written down by hand from RFC 8010 §3.1
    "0101 000b 0000002a 01"
    "47 0012 617474726962757465732d63686172736574 0005 7574662d38"
    "48 001b 617474726962757465732d6e61747572616c2d6c616e6775616765 0002 656e"
    "45 000b 7072696e7465722d757269 0009 6970703a2f2f682f70"
    "44 0014 7265717565737465642d61747472696275746573 000d 7072696e7465722d7374617465"
    "44 0000 0006 636f70696573"
    "03"
)
MESSAGE = Message(
    Operation.GET_PRINTER_ATTRIBUTES,
    42,
    (
        Group(
            Tag.OPERATION,
            (
                attribute("attributes-charset", Tag.CHARSET, "utf-8"),
                attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
                attribute("printer-uri", Tag.URI, "ipp://h/p"),
                attribute("requested-attributes", Tag.KEYWORD, "printer-state", "copies"),
            ),
        ),
    ),
)
SIZE = (attribute("x-dimension", Tag.INTEGER, 21000), attribute("y-dimension", Tag.INTEGER, 29700))
RICH = Message(
    0,
    7,
    (
        Group(
            Tag.PRINTER,
            (
                attribute("a", Tag.BOOLEAN, True, False),
                attribute("b", Tag.RANGE, (1, 99)),
                attribute("c", Tag.RESOLUTION, (600, 600, 3)),
                attribute("d", Tag.ENUM, 3, 4),
                attribute("e", Tag.NO_VALUE, None),
                attribute("f", Tag.OCTETS, b"\x00\xff"),
                attribute("g", Tag.TEXT, "打印机", "Drucker"),
                attribute(
                    "h", Tag.COLLECTION, (attribute("size", Tag.COLLECTION, SIZE), attribute("tray", Tag.KEYWORD, "x"))
                ),
                Attribute("i", (Value(Tag.KEYWORD, "one"), Value(Tag.INTEGER, 2))),
                attribute("j", Tag.TEXT_WITH_LANGUAGE, "中文"),
                attribute("k", 0x7E, b"nobody knows this one"),
            ),
        ),
        Group(Tag.JOB, ()),
    ),
    (2, 0),
    b"%PDF-1.4 and so on",
)


def test_a_message_has_the_bytes_of_the_standard_in_both_directions():
    assert encode_message(MESSAGE) == KNOWN
    assert decode_message(KNOWN) == MESSAGE


def test_every_syntax_comes_back_as_it_went():
    assert decode_message(encode_message(RICH)) == RICH


@pytest.mark.parametrize("message", [MESSAGE, RICH])
def test_a_message_cut_anywhere_is_never_taken_for_a_whole_one(message):
    data = encode_message(message)
    for cut in range(len(data) - len(message.data)):
        with pytest.raises(IppSyntaxError):
            decode_message(data[:cut])


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message_or_a_syntax_error(data):
    for case in (data, KNOWN[:8] + data, KNOWN[:40] + data):
        with contextlib.suppress(IppSyntaxError):
            decode_message(case)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("44 0001 61 0001 62", "tag"),  # a value before any group
        ("01 44 0000 0001 62", "tag"),  # a further value of nothing
        ("01 44 8000", "length"),
        ("01 21 0001 61 0003 000000", "length"),  # an integer of three bytes
        ("01 36 0001 61 0002 0005", "length"),
        ("01 37 0001 61 0000", "nesting"),  # an end without a beginning
        ("01 34 0001 61 0000 21 0000 0004 00000001", "member"),  # a value without a name
        ("01 34 0001 61 0000 4a 0000 0001 62 37 0000 0000", "member"),  # a name without a value
        ("01 34 0001 61 0000 4a 0001 62 0001 62", "member"),
        ("01" + "34 0001 61 0000" + "4a 0000 0001 62 34 0000 0000" * 9, "nesting"),
        ("01 41 0001 61 2000" + "20" * 0x2000, "text"),
    ],
)
def test_what_is_wrong_with_a_message_is_named(body, reason):
    with pytest.raises(IppSyntaxError, match=reason):
        decode_message(bytes.fromhex("0101 0000 00000001" + body + "03"))


def test_letters_that_are_no_utf_8_stop_no_message():
    data = encode_message(Message(0, 1, (Group(Tag.PRINTER, (attribute("m", Tag.TEXT, b"T\xfcr offen"),)),)))
    assert decode_message(data).group(Tag.PRINTER).first("m") == "T�r offen"


@pytest.mark.parametrize(
    "wrong",
    [
        attribute("a", Tag.INTEGER, 1 << 40),
        attribute("a", Tag.INTEGER, "x"),
        attribute("a", Tag.RANGE, (1,)),
        attribute("a", Tag.KEYWORD, "x" * 40_000),
        attribute("a", Tag.COLLECTION, 5),
    ],
)
def test_a_value_that_does_not_fit_its_syntax_is_not_sent(wrong):
    with pytest.raises(IppSyntaxError):
        encode_message(Message(0, 1, (Group(Tag.JOB, (wrong,)),)))


def test_a_document_is_hidden_in_a_message_s_repr():
    assert "PDF" not in repr(RICH)
    assert "18 bytes" in repr(RICH)


def test_a_group_is_asked_by_name():
    said = RICH.group(Tag.PRINTER)
    assert (said.first("d"), said.every("d"), said.first("none of these")) == (3, [3, 4], None)
    assert said.says_none("e")
    assert not said.says_none("d")
    assert not said.says_none("none of these")
    assert RICH.group(Tag.UNSUPPORTED).attributes == ()


def test_every_request_is_understood_by_the_emulated_printer():
    asking, answering = (
        Asking("ipp://127.0.0.1/ipp/print", "kapok-test"),
        Answering(PrinterMachine(), "ipp://127.0.0.1/x"),
    )
    ticket = Ticket("kapok-test-1.1-1", copies=2, duplex=True, colour=True, tray="main")
    for request in (
        asking.create(ticket),
        asking.send(1, b"%PDF-"),
        asking.job(1),
        asking.jobs(ended=False),
        asking.cancel(1),
    ):
        heard = decode_message(encode_message(request))
        assert heard == request
        assert answering.answer(heard, 1).code == 0
