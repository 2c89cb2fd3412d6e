"""ESC/POS in both directions: what the driver writes is what the emulated printer reads, and no bytes break it."""

from __future__ import annotations

from devices.receipt_printer import codec, status
from devices.receipt_printer.machine import MAX_WAITING, Fault, PrinterMachine
from devices.receipt_printer.paper import MAX_SLIP_ROWS
from devices.receipt_printer.parser import MAX_RASTER_BYTES, Command, CommandParser, Kind
from devices.values.receipt_printer import Align, Letters
from tests.fuzz.draw import Draw, pieces

ROOMS = (
    "devices.receipt_printer.codec",
    "devices.receipt_printer.parser",
    "devices.receipt_printer.machine",
    "devices.receipt_printer.paper",
)
FAULTS = list(Fault)
ALIGNMENTS = list(Align)
LETTERS = list(Letters)


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a stream, bytes for a printer with faults, or what a driver writes."""
    draw = Draw(data)
    (_stream, _printer, _written)[draw.byte() % 3](draw)


def _stream(draw: Draw) -> None:
    size, letters, data = draw.byte(), draw.pick(LETTERS), draw.rest()
    whole, sliced, found = CommandParser(letters), CommandParser(letters), []
    for piece in pieces(data, size):
        found += sliced.feed(piece)
    assert _joined(whole.feed(data)) == _joined(found), "the chunks make a difference"
    assert (whole.unknown, whole.rejected) == (sliced.unknown, sliced.rejected)
    assert len(sliced._buffer) <= min(len(data), MAX_RASTER_BYTES + 8)
    assert all(len(command.data) <= MAX_RASTER_BYTES for command in found)


def _joined(commands: list[Command]) -> list[Command]:
    """Text comes in as many commands as there were chunks."""
    found: list[Command] = []
    for command in commands:
        if found and command.kind is found[-1].kind is Kind.TEXT:
            found[-1] = Command(Kind.TEXT, data=found[-1].data + command.data)
        else:
            found.append(command)
    return found


def _printer(draw: Draw) -> None:
    bits, after, paced = draw.number(2), draw.byte(), draw.byte()
    machine = PrinterMachine(
        576 if paced & 1 else 384,
        paced=bool(paced & 2),
        process_ids=bool(paced & 4),
        letters=LETTERS[paced >> 3 & 3],
    )
    for place, fault in enumerate(FAULTS):
        if bits >> place & 1:
            machine.switch_on(fault, after_rows=after * place)
    answers = b""
    for piece in pieces(draw.rest(), 200):
        answers += machine.receive(piece)
        answers += machine.advance(64)
    for fault in FAULTS:
        answers += machine.switch_off(fault)
    answers += machine.advance(MAX_SLIP_ROWS)
    if paced & 0x20:
        machine.lose_power()
    machine.tear_off()
    assert len(machine._waiting) <= MAX_WAITING
    assert all(slip.image.height <= MAX_SLIP_ROWS + 64 for slip in machine.slips)
    assert not status.StatusReader().feed(b"")
    if not bits:
        status.StatusReader().feed(answers)


def _written(draw: Draw) -> None:
    """A slip as a driver writes it: every command is read as what it was, in order, and no text carries a command."""
    letters = draw.pick(LETTERS)
    data, expected = codec.initialise(letters), [Command(Kind.INIT), *STARTS[letters]]
    for _ in range(draw.byte() % 12):
        more, commands = _one(draw, letters)
        data += more
        expected += commands
    parser = CommandParser(letters)
    assert _joined(parser.feed(data)) == _joined(expected)
    assert (parser.unknown, parser.rejected, bytes(parser._buffer)) == (0, 0, b"")


STARTS = {
    Letters.NONE: [],
    Letters.GBK: [Command(Kind.CHINESE, (1,))],
    Letters.GB18030: [Command(Kind.CHINESE, (1,))],
    Letters.UTF_8: [Command(Kind.ENCODING, (), b"02"), Command(Kind.ENCODING, (), b"\x3c\x01\x14")],
}


def _one(draw: Draw, letters: Letters) -> tuple[bytes, list[Command]]:
    """One thing that the driver writes, and how it is read."""
    makers = (_raster, _qr, _moves, _style)
    which = draw.byte() % (len(makers) + 1)
    return makers[which - 1](draw) if which else _text(draw, letters)


def _text(draw: Draw, letters: Letters) -> tuple[bytes, list[Command]]:
    text = draw.take(draw.byte()).decode("gb18030" if draw.byte() & 1 else "utf-8", "replace")
    try:
        data = codec.own_text(text, letters)
    except codec.UnprintableError:
        assert not codec.sayable(text, letters)
        return b"", []
    assert data.decode("ascii" if letters is Letters.NONE else letters.value) == text
    assert codec.sayable(text, letters)
    assert letters is not Letters.GBK or len(data) == codec.columns(text)
    return data + codec.line_end(), [Command(Kind.TEXT, data=data)] * bool(data) + [Command(Kind.LINE_END)]


def _raster(draw: Draw) -> tuple[bytes, list[Command]]:
    width, rows = draw.byte(), draw.take(draw.number(2) % 2048)
    try:
        slices = codec.raster(width, rows)
    except codec.UnprintableError:
        assert not width or len(rows) % width
        return b"", []
    assert all(len(each) - 8 <= max(codec.MAX_SLICE_BYTES, width) for each in slices)
    commands = [Command(Kind.RASTER, (width, (len(each) - 8) // width), each[8:]) for each in slices]
    assert b"".join(command.data for command in commands) == rows
    return b"".join(slices), commands


def _qr(draw: Draw) -> tuple[bytes, list[Command]]:
    content = draw.take(draw.byte() * 3).decode("latin-1")
    try:
        data = codec.qr(content, draw.byte())
    except codec.UnprintableError:
        return b"", []
    read = CommandParser().feed(data)
    assert [command.kind for command in read] == [Kind.SYMBOL] * 5
    assert read[3].data[3:] == content.encode()
    return data, read


def _moves(draw: Draw) -> tuple[bytes, list[Command]]:
    dots = draw.number(2)
    full, rest = divmod(dots, 255)
    feeds = [Command(Kind.FEED, (255,))] * full + [Command(Kind.FEED, (rest,))] * bool(rest)
    name = status.token(dots)
    data = codec.feed(dots) + codec.indent(dots) + codec.process_query(name) + codec.processed_query() + codec.cut()
    asked = [Command(Kind.PROCESS_ID, (), b"\x30\x30" + name), Command(Kind.PROCESSED, (1,)), Command(Kind.CUT)]
    return data, [*feeds, Command(Kind.INDENT, tuple(dots.to_bytes(2, "little"))), *asked]


def _style(draw: Draw) -> tuple[bytes, list[Command]]:
    side, size, strong = draw.pick(ALIGNMENTS), draw.byte() % 8 + 1, bool(draw.byte() & 1)
    data = codec.align(side) + codec.magnify(size, size) + codec.bold(on=strong) + codec.line_pitch(size * 40)
    data += codec.push_status(on=strong) + codec.clear_buffer() + codec.realtime_query(size % 4 + 1)
    return data, [
        Command(Kind.ALIGN, (ALIGNMENTS.index(side),)),
        Command(Kind.MAGNIFY, ((size - 1) << 4 | (size - 1),)),
        Command(Kind.BOLD, (int(strong),)),
        Command(Kind.PITCH, (min(size * 40, 255),)),
        Command(Kind.PUSH_STATUS, (0x0E if strong else 0,)),
        Command(Kind.CLEAR),
        Command(Kind.REALTIME, (size % 4 + 1,)),
    ]


SLIP = codec.initialise() + codec.align(Align.CENTER) + codec.magnify(2, 2)
SLIP += codec.own_text("A001 综合", Letters.GBK) + codec.line_end()
SLIP += codec.raster(2, bytes(range(16)))[0] + codec.qr("KPT1:0", 4) + codec.feed(40) + codec.cut()
SLIP += codec.processed_query()
SEEDS = (
    b"\0\3" + SLIP,
    b"\0\1" + b"\x1d\x76\x30\0\xff\xff\xff\xff" + b"\x1d\x28\x6b\xff\xff" + b"x" * 20,
    b"\1\0\0\0\1" + SLIP + SLIP,
    b"\1\0\0\0\7" + codec.push_status() + SLIP + codec.clear_buffer() + codec.process_query(b"ABCD"),
    *(b"\1" + (1 << place).to_bytes(2) + b"\x09\1" + SLIP + codec.realtime_query(2) for place in range(len(FAULTS))),
    b"\1\0\0\0\1" + b"\x1d\x28\x6b\xa3\x0f1P0" + b"\xe9" * 4000 + b"\x1d\x28\x6b\x03\x001Q0" + SLIP,
    b"\1\0\0\0\1" + b"\x1b\x2a\x21\x02\0abcdef" + b"\x1d\x56\x41\3" + b"\x1c\x2e\xb0\xb1\n\x1d\x42\1\x1b\x4d\1xyz\n",
    b"\1\0\0\0\x1b" + codec.initialise(Letters.UTF_8) + "木棉龘".encode() + b"\n" + codec.cut(),
    b"\1\0\0\0\x33" + codec.initialise() + "㙍¥𠮷".encode("gb18030") + b"\n" + codec.cut(),
    b"\0\1\3" + codec.initialise(Letters.UTF_8) + "木".encode()[:2] + b"\n" + codec.cut(),
    b"\2\5\0\x08\1" + "木棉".encode("gb18030") + b"abcd" + b"\1\2\0\x08abcdefgh\2\2KPT1:0\4\3\1\0\4\1\2\1",
)
