"""What anybody may hold before a kiosk: one answer each, of the right recogniser, that shows nothing of the code."""

from __future__ import annotations

from urllib.parse import urlsplit

from hall_server.contract.booking_code import booking_code, parse_booking_code
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.slip_code import parse_slip_code, slip_code
from kiosk.codes.addresses import ORIGINS
from kiosk.codes.answers import Booked, Claimed, Named, Online, Refused, Signed, Slip, Verdict
from kiosk.codes.scan import MAX_BYTES
from kiosk.codes.words import WORDS, CodeReason
from tests.fuzz.draw import Draw
from tests.unit.kiosk.codes.shown import CODES, REFERENCE, at, verifier

ROOMS = (
    "hall_server.contract.booking_code",
    "hall_server.contract.crockford",
    "kiosk.codes.addresses",
    "kiosk.codes.answers",
    "kiosk.codes.halls_own",
    "kiosk.codes.numbers",
    "kiosk.codes.reference",
    "kiosk.codes.scan",
    "kiosk.codes.verifier",
    "kiosk.codes.words",
)
HEADS = (
    "",
    "KPC1:",
    "KPT1:",
    "KPB1:",
    "https://",
    "http://",
    *(f"https://{host}" for host in ORIGINS),
    "P<CHN",
    "9144",
)
SHOWN = 12  # so many characters of a code in a row are a piece of it
OWN_WORDS = ("claims.", "issued_at=", "expires_at=", *(reason.value for reason in WORDS))  # may stand in a repr


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: any bytes, a head with anything behind, a code with edits, many shown."""
    draw = Draw(data)
    (_any, _behind, _edited, _shown)[draw.byte() % 4](draw)


def _any(draw: Draw) -> None:
    times = 1 << draw.byte() % 12
    _judge(draw.rest() * times)


def _behind(draw: Draw) -> None:
    head = draw.pick(HEADS)
    _judge(head.encode() + draw.rest())


def _edited(draw: Draw) -> None:
    data = bytearray(draw.pick(CODES).encode())
    for _ in range(1 + draw.byte() % 3):
        where = draw.number(2) % (len(data) + 1)
        data[where : where + draw.byte() % 5] = draw.take(draw.byte() % 5)
    _judge(bytes(data))


def _shown(draw: Draw) -> None:
    """Whole codes, one after the other at one kiosk: a signed one is taken once, all others alike each time."""
    kiosk, taken, first = verifier(), 0, dict[str, Verdict]()
    while draw.left:
        text, steady_s = draw.pick(CODES), 1 + draw.byte() % 60
        trusted = draw.byte() % 4 > 0
        answer = kiosk.verify(text.encode(), at(steady_s=steady_s), trusted=trusted)
        if text == REFERENCE:
            taken += isinstance(answer, Claimed)
            assert isinstance(answer, Claimed) or answer == Refused(Refusal.ALREADY_USED)
            assert taken == 1, "one code counted twice"
        elif trusted:
            assert answer == first.setdefault(text, answer)
        else:
            assert answer == Refused(CodeReason.UNPROVED), "bytes that nothing proves are believed"


def _judge(data: bytes) -> None:
    answer = verifier().verify(data, at())
    _hidden(data, answer)
    if isinstance(answer, Refused):
        assert answer.words.zh
        assert len(data) <= MAX_BYTES or answer.reason is CodeReason.OVERSIZE
        return
    text = data.decode() if _is_utf_8(data) else data.decode("gb18030")
    match answer.what:
        case Signed():
            assert text == REFERENCE, "a stranger's code is taken"
        case Slip(ticket_id=ticket_id, modes=modes):
            assert parse_slip_code(slip_code(ticket_id, modes)) == (ticket_id, modes)
        case Booked(booking_id=booking_id):
            assert parse_booking_code(booking_code(booking_id)) == booking_id
        case Online(service=service, address=address):
            parts = urlsplit(address)
            assert ORIGINS.get(parts.netloc.lower()) is service, "another reader of addresses sees another host"
            assert (parts.scheme, parts.username, parts.port) == ("https", None, None)
        case Named(holder=holder):
            assert "://" not in text
            assert isinstance(verifier().verify(holder.stable.encode(), at()), Claimed | Refused)
    proved = isinstance(answer.what, Signed)
    assert verifier().proves(data) is proved
    assert isinstance(verifier().verify(data, at(), trusted=False), Claimed) is proved


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _hidden(data: bytes, answer: Verdict) -> None:
    shown = repr(answer)
    for word in OWN_WORDS:
        shown = shown.replace(word, "")
    text = data[: 4 * SHOWN * SHOWN].decode("utf-8", "replace")
    pieces = {text[start : start + SHOWN] for start in range(len(text) - SHOWN + 1)}
    assert not any(piece in shown for piece in pieces if not piece.isspace()), "a piece of the code is shown"


SEEDS = (
    *(b"\0\0" + text.encode() for text in CODES),
    b"\0\x0b" + b"x" * 40,
    b"\0\0" + "办事大厅".encode("gb18030"),
    b"\0\0\xff\xfe\x00",
    b"\0\0a\x1db",
    b"\0\0",
    *(bytes((1, head)) + b"0" * 26 for head in range(len(HEADS))),
    b"\1\6@evil.example/x",
    b"\1\6.evil.example/x",
    b"\1\6:443/x",
    *(bytes((2, which, 0, 0, 7, 1, 1)) + b"A" for which in range(len(CODES))),
    b"\3" + bytes(range(60)),
)
