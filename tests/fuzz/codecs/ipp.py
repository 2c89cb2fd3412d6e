"""IPP messages, what they mean, what the emulated printer answers to them, and what a PDF is refused for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.page_printer.answering import Answering
from devices.page_printer.asking import Asking, Ticket
from devices.page_printer.codec import Group, IppSyntaxError, Message, attribute, decode_message, encode_message
from devices.page_printer.machine import Fault, PrinterMachine, pages_of
from devices.page_printer.pdf import refusal_of
from devices.page_printer.reading import read_abilities, read_jobs, read_status, read_up_time
from devices.page_printer.sample import sample_pdf
from devices.page_printer.titles import Titles
from devices.page_printer.words import JobState, Operation, Tag
from devices.values.health import Health
from tests.fuzz.draw import Draw

ROOMS = (
    "devices.page_printer.codec",
    "devices.page_printer.reading",
    "devices.page_printer.asking",
    "devices.page_printer.answering",
    "devices.page_printer.machine",
    "devices.page_printer.pdf",
    "devices.page_printer.titles",
)
if TYPE_CHECKING:
    from collections.abc import Callable

URI = "ipp://127.0.0.1:631/ipp/print"
SYNTAX = {"truncated", "tag", "length", "nesting", "member", "text"}
REASONS = {
    "",
    "printer_vanished",
    "cover_open",
    "paper_jammed",
    "paper_out",
    "paper_low",
    "toner_out",
    "toner_low",
    "output_full",
    "tray_missing",
    "spool_full",
    "paused",
    "printer_error",
    "not_accepting",
    "printer_stopped",
}
REFUSALS = {"", "empty_document", "too_large", "not_a_pdf", "pdf_truncated", "pdf_encrypted"}
TITLES = Titles("fuzz")
MOST_BYTES = 4096
KEYWORDS = ("media-empty", "door-open-error", "toner-low-report", "paused", "connecting-to-device", "x-error", "none")


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a message, an answer's inside, a conversation, or a document."""
    draw = Draw(data)
    (_message, _said, _talk, _document)[draw.byte() % 4](draw)


def _decoded(data: bytes) -> Message | None:
    try:
        return decode_message(data)
    except IppSyntaxError as error:
        if error.reason not in SYNTAX:
            raise
        return None


def _message(draw: Draw) -> None:
    data = draw.rest()
    message = _decoded(data)
    if message is None:
        return
    end = len(data) - len(message.data)
    for cut in {0, end // 3, end // 2, end - 1}:
        assert _decoded(data[:cut]) is None, "a message that is cut in its attributes is taken for a whole one"
    again = _decoded(encode_message(message))
    assert again is None or again == message, "not the same when it is said again"  # None: replaced letters are longer
    _understood(message)


def _understood(answer: Message) -> None:
    status = read_status(answer)
    assert status.reason in REASONS
    assert bool(status.fault) == (status.health is Health.FAULT)
    assert all(word.isascii() for word in status.keywords)
    abilities = read_abilities(answer)
    assert abilities.max_copies >= 1
    read_up_time(answer)
    for job in read_jobs(answer):
        assert job.sheets is None or job.sheets >= 0
        assert not (TITLES.orphaned(job.title) and TITLES.mine(job.title))


def _said(draw: Draw) -> None:
    """A printer's state in words that were drawn, and jobs with odd numbers."""
    words = [draw.pick(KEYWORDS) for _ in range(1 + draw.byte() % 4)]
    free = draw.take(draw.byte() % 24).decode("latin-1")
    printer = (
        attribute("printer-state", Tag.ENUM, draw.byte() % 8),
        attribute("printer-state-reasons", Tag.KEYWORD, *words, free),
        attribute("printer-state-message", Tag.TEXT, draw.take(40).decode("latin-1")),
        attribute("copies-supported", draw.pick((Tag.RANGE, Tag.INTEGER)), *_numbers(draw)),
        attribute("cups-version", Tag.TEXT, "2.4"),
    )
    jobs = [
        Group(Tag.JOB, (attribute("job-id", Tag.INTEGER, number), attribute("job-state", Tag.ENUM, draw.byte() % 12)))
        for number in range(draw.byte() % 3)
    ]
    answer = Message(0, 1, (Group(Tag.PRINTER, printer), *jobs))
    try:
        data = encode_message(answer)
    except IppSyntaxError:
        return
    heard = _decoded(data)
    assert heard is not None
    assert read_status(heard) == read_status(answer)
    assert len(read_jobs(heard)) == len(jobs)
    _understood(heard)


def _numbers(draw: Draw) -> list[object]:
    return [(draw.byte(), draw.byte())] if draw.byte() % 2 else [draw.number(4) - (1 << 31)]


def _talk(draw: Draw) -> None:
    """Requests of ours, spoilt here and there, to the emulated printer while its paper moves."""
    machine, asking = PrinterMachine(), Asking(URI, "kapok-fuzz")
    answering = Answering(machine, URI)
    ticket = Ticket("kapok-fuzz-1.1-1", copies=2, duplex=True, colour=False, media="iso_a4_210x297mm", tray="tray-2")
    wanted = sheets = 0
    for _ in range(min(draw.left, 6)):
        number = draw.byte() % 4
        request = _request(asking, ticket, draw.byte(), number)
        data = bytearray(encode_message(request))
        if spoil := draw.byte():
            data[spoil % len(data)] = draw.byte()
        if draw.byte() % 4 == 0:
            machine.faults[draw.pick(list(Fault))] = draw.byte() % 2
        asked = _decoded(bytes(data))
        if asked is not None:
            answer = _decoded(encode_message(answering.answer(asked, draw.number(2))))
            assert answer is not None, "the emulated printer says what is no message"
            assert answer.request_id == asked.request_id
            _understood(answer)
        machine.advance()
        sheets = len(machine.paper)
        wanted = sum(job.sheets for job in machine.jobs)
        assert sheets == wanted, "paper that no job asked for"
    assert all(job.sheets <= job.sheets_wanted or job.copies < 1 for job in machine.jobs)
    assert all(job.state is not JobState.COMPLETED or job.sheets for job in machine.jobs)
    assert set(Operation) >= machine.operations


def _request(asking: Asking, ticket: Ticket, which: int, number: int) -> Message:
    makers: tuple[Callable[[], Message], ...] = (
        asking.printer,
        lambda: asking.validate(ticket),
        lambda: asking.create(ticket),
        lambda: asking.send(number, sample_pdf(1 + number)),
        lambda: asking.print_job(ticket, sample_pdf()),
        lambda: asking.job(number),
        lambda: asking.jobs(ended=bool(number % 2)),
        lambda: asking.cancel(number, purge=bool(number // 2)),
    )
    return makers[which % len(makers)]()


def _document(draw: Draw) -> None:
    document = sample_pdf(1 + draw.byte() % 3)
    at, taken, put = draw.number(2) % len(document), draw.byte(), draw.rest()
    document = document[:at] + put + document[at + taken :]
    refusal = refusal_of(document, MOST_BYTES)
    assert refusal in REFUSALS
    assert (refusal == "too_large") == (len(document) > MOST_BYTES)
    assert pages_of(document) >= 1
    locked = document.replace(b"trailer\n<<", b"trailer\n<< /Encrypt 9 0 R")
    assert locked == document or refusal_of(locked, 2 * MOST_BYTES), "an encrypted document is let through"


_ASKED = Asking(URI, "kapok-fuzz")
_FULL = Ticket("kapok-fuzz-1.1-2", copies=3, duplex=False, colour=True, tray="main")
_MACHINE = PrinterMachine()
_JOB = _MACHINE.add("kapok-fuzz-1.1-3", "kapok-fuzz", copies=1, two_sided=False, tray="")
_MACHINE.take(_JOB, sample_pdf())
_ANSWERS = Answering(_MACHINE, URI)
_REQUESTS = (
    _ASKED.printer(),
    _ASKED.create(_FULL),
    _ASKED.jobs(ended=False),
    _ASKED.job(1),
    _ASKED.print_job(_FULL, b"%PDF-"),
)
SEEDS = (
    *(b"\0" + encode_message(request) for request in _REQUESTS),
    *(b"\0" + encode_message(_ANSWERS.answer(request, 9)) for request in _REQUESTS[:4]),
    b"\1\3\0\1\2\3\5hello\3" + bytes(range(60)),
    b"\2" + bytes((0, 2, 0, 1, 1, 3, 0, 1, 1, 5, 0, 1, 1, 7, 0, 1, 0, 6, 0, 1, 0, 0, 0, 1)),
    b"\2" + bytes(range(120)),
    b"\3\1\0\x40\x05xyz",
)
