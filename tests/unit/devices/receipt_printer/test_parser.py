"""The emulated printer's reading: any chunks, unknown and hostile bytes."""

from hypothesis import given
from hypothesis import strategies as st

from devices.receipt_printer import codec
from devices.receipt_printer.parser import MAX_RASTER_BYTES, Command, CommandParser, Kind
from devices.values.receipt_printer import Align, Letters

SLIP = b"".join(
    (
        codec.initialise(),
        codec.align(Align.CENTER),
        codec.magnify(2, 2),
        codec.own_text("木棉 A042", Letters.GBK),
        codec.line_end(),
        *codec.raster(4, b"\x10\x04\x01\x1b" * 300),  # a status question inside a picture is part of the picture
        codec.qr("KPT1:ABC", 8),
        codec.realtime_query(1),
        codec.feed(300),
        codec.cut(),
        codec.processed_query(),
        codec.clear_buffer(),
    )
)


def joined(commands):
    """Text arrives in as many pieces as the wire makes of it."""
    out = []
    for command in commands:
        if command.kind is Kind.TEXT and out and out[-1].kind is Kind.TEXT:
            out[-1] = Command(Kind.TEXT, data=out[-1].data + command.data)
        else:
            out.append(command)
    return out


@given(st.lists(st.integers(1, 400), max_size=60))
def test_a_slip_is_read_the_same_whatever_the_chunks(sizes):
    parser, rest, found = CommandParser(), SLIP, []
    for size in sizes:
        found += parser.feed(rest[:size])
        rest = rest[size:]
    found += parser.feed(rest)
    assert joined(found) == joined(CommandParser().feed(SLIP))
    assert (parser.unknown, parser.rejected) == (0, 0)


@given(st.binary(max_size=600), st.integers(1, 50), st.sampled_from(Letters))
def test_noise_gives_commands_or_nothing_and_never_an_exception(noise, size, letters):
    parser = CommandParser(letters)
    for start in range(0, len(noise), size):
        assert all(isinstance(command, Command) for command in parser.feed(noise[start : start + size]))


def test_a_choice_of_letters_that_chooses_nothing_changes_nothing():
    parser = CommandParser(Letters.UTF_8)
    assert parser.feed(b"\x1c(C\x00\x00") == []
    assert parser.feed("木".encode("gbk") + b"\n") == [
        Command(Kind.TEXT, data="木".encode("gbk")),
        Command(Kind.LINE_END),
    ]


def test_unknown_commands_are_skipped_and_counted():
    parser = CommandParser()
    found = parser.feed(
        b"\x1bZ" + b"\x1d(L\x02\x00ab" + b"\x1b*\x21\x01\x00abc" + b"\x1b*\x00\x01\x00a" + b"\x10\x14\x01" + b"\x07"
        b"\x10\x14\x08\x00\x00\x00\x00\x00\x00\x00" + codec.cut()
    )
    assert [command.kind for command in found] == [Kind.CUT]
    assert parser.unknown == 7


def test_an_oversized_picture_is_rejected_and_what_follows_is_read():
    parser = CommandParser()
    width, rows = 0x2000, MAX_RASTER_BYTES // 0x2000 + 1
    assert parser.feed(b"\x1dv0\x00" + width.to_bytes(2, "little") + rows.to_bytes(2, "little")) == []
    for _ in range(rows):
        assert parser.feed(codec.initialise().ljust(width, b"\0")) == []
    assert parser.feed(codec.cut()) == [Command(Kind.CUT)]
    assert parser.rejected == 1
