"""What a scanner sends: pages as PNM, scanimage's messages and option list, JPEG heads, lines of recognised text."""

from __future__ import annotations

import json
import math

from devices.document_scanner.codec import (
    MAX_HEADER_BYTES,
    MAX_PIXELS,
    MAX_SIDE_PX,
    Broken,
    Layout,
    Picture,
    PnmDecoder,
    encode_header,
)
from devices.document_scanner.fields import answers_in
from devices.document_scanner.images import array_of
from devices.document_scanner.pdf import jpeg_size
from devices.document_scanner.reader import lines_in
from devices.document_scanner.scanimage import (
    MAX_LINE_BYTES,
    Fault,
    MessageReader,
    PageEnded,
    Progress,
    abilities_in,
    scan_words,
    scanners_in,
)
from devices.values.advice import ADVICE
from devices.values.document_scanner import FormField, ScanOrder, Source
from tests.fuzz.draw import Draw, pieces

ROOMS = (
    "devices.document_scanner.codec",
    "devices.document_scanner.scanimage",
    "devices.document_scanner.fields",
    "devices.document_scanner.pdf",
)
REASONS = {"empty", "not_pnm", "header", "too_large", "truncated", "overlong"}
SMALL_PX = 4096
FIELDS = (FormField("name", ("姓名", "申请人")), FormField("phone", ("电话",)))
LAYOUTS = (Layout(3, 2, 3, 8), Layout(4, 2, 1, 8), Layout(11, 2, 1, 1), Layout(1, 2, 3, 16))


def attempt(data: bytes) -> None:
    """The first byte says what the rest is."""
    draw = Draw(data)
    (_stream, _page, _messages, _listing, _jpeg, _lines)[draw.byte() % 6](draw)


def _stream(draw: Draw) -> None:
    """Any bytes as a page, in any pieces."""
    size, data = draw.byte(), draw.rest()
    whole, sliced = PnmDecoder(), PnmDecoder()
    for piece in pieces(data, size):
        sliced.feed(piece)
        assert sliced.kept <= (sliced.layout.total_bytes if sliced.layout else MAX_HEADER_BYTES)
        assert 0 <= sliced.share <= 1
    whole.feed(data)
    found = whole.finish()
    assert found == sliced.finish(), "the chunks make a difference"
    _found(found)


def _page(draw: Draw) -> None:
    """A right header and as many bytes as it wants, then some more or fewer."""
    layout = draw.pick(LAYOUTS)
    wrong, body = draw.byte() % 3 - 1, draw.rest()
    data = (body * (layout.total_bytes // max(1, len(body)) + 1)).ljust(layout.total_bytes, b"\0")
    decoder = PnmDecoder()
    decoder.feed(encode_header(layout) + data[: layout.total_bytes] if wrong >= 0 else encode_header(layout))
    decoder.feed(b"x" * max(0, wrong))
    found = decoder.finish()
    assert isinstance(found, Picture) == (wrong == 0)
    _found(found)


def _found(found: Picture | Broken) -> None:
    if isinstance(found, Broken):
        assert found.reason in REASONS
        return
    layout = found.layout
    assert len(found.data) == layout.total_bytes
    assert layout.width_px * layout.height_px <= MAX_PIXELS
    assert max(layout.width_px, layout.height_px) <= MAX_SIDE_PX
    if layout.total_bytes <= SMALL_PX:
        assert array_of(found).shape[:2] == (layout.height_px, layout.width_px)


def _messages(draw: Draw) -> None:
    size, data = draw.byte(), draw.rest()
    whole, sliced, found = MessageReader(), MessageReader(), []
    for piece in pieces(data, size):
        found += sliced.feed(piece)
        assert len(sliced._line) <= MAX_LINE_BYTES
    assert whole.feed(data) + whole.flush() == found + sliced.flush(), "the chunks make a difference"
    for message in found:
        match message:
            case Progress(share):
                assert 0 <= share <= 1
            case PageEnded(number, status):
                assert number >= 0 <= status
            case Fault(reason):
                assert reason in ADVICE


def _listing(draw: Draw) -> None:
    """Any text as an option list; what comes out makes a command of single words."""
    text = draw.rest().decode("utf-8", "replace")
    able = abilities_in(text)
    for scanner in scanners_in(text):
        assert scanner.name
    assert able.sources
    assert able.capabilities.width_mm > 0 < able.capabilities.height_mm
    for source in Source:
        for dpi in (1, 200, 10_000):
            assert able.dpi(dpi) > 0
        words = scan_words("name", able, ScanOrder(source), "/folder/%d")
        assert words[:2] == ["--device-name=name", "--format=pnm"]
        assert not any("\n" in word for word in words)


def _jpeg(draw: Draw) -> None:
    try:
        wide, high, colours = jpeg_size(b"\xff\xd8" + draw.rest() if draw.byte() & 1 else draw.rest())
    except ValueError:
        return
    assert 0 < wide <= 0xFFFF
    assert 0 < high <= 0xFFFF
    assert colours in {1, 3}


def _lines(draw: Draw) -> None:
    """Any JSON as a recogniser's answer, and made-up lines as a form."""
    if draw.byte() & 1:
        try:
            said = json.loads(draw.rest())
        except (ValueError, RecursionError):
            return
    else:
        texts = ("姓名", "电话", "姓名：甲", "乙", "", "申 请 人 ", "x")
        said = {"lines": []}
        while draw.left and len(said["lines"]) < 40:
            left, top = draw.byte() * 4, draw.byte() * 2
            box = [left, top, left + draw.byte(), top + draw.byte() % 40]
            said["lines"].append({"text": draw.pick(texts), "box": box, "confidence": draw.byte() / 255})
    try:
        lines = lines_in(said)
    except (KeyError, TypeError, ValueError):
        return
    answers = answers_in(lines, FIELDS)
    assert [answer.key for answer in answers] == [f.key for f in FIELDS if f.key in {a.key for a in answers}]
    for answer in answers:
        assert answer.text
        assert 0 <= answer.confidence <= 1
        assert not math.isnan(answer.confidence)


SEEDS = (
    b"\0\7P6\n# SANE data follows\n3 2\n255\n" + bytes(18),
    b"\0\1P5 4 2 65535\n" + bytes(16),
    b"\0\3P4\n11 2\n" + bytes(4),
    b"\0\0P6\n60000 60000\n255\n",
    *(bytes((1, at, 1)) + b"abc" for at in range(len(LAYOUTS))),
    b"\1\0\2xyz",
    b"\1\1\0xyz",
    b"\2\5Scanning page 1\nProgress: 12.5%\rProgress: 100.0%\rScanned page 1. (scanner status = 5)\n",
    b"\2\1scanimage: sane_read: Document feeder jammed\nscanimage: open of device x failed: Invalid argument\r",
    b"\3    --mode Lineart|Gray|24bit Color [Gray]\n    --resolution 75|150|300dpi [75]\n",
    b"\3    --source Flatbed|ADF Duplex|ADF [ADF]\n",
    b"\3    --resolution 50..1200dpi (in steps of 1) [75]\n    -x 0..215.9mm [215.9]\n    -y 0..297mm [297]\n",
    b"\3epson2:libusb:001:004|Epson|GT-1500|flatbed scanner\n",
    b"\4\1\xff\xe0\0\4ab\xff\xc0\0\x11\x08\1\0\2\0\3" + bytes(9),
    b"\5\1" + json.dumps({"lines": [{"text": "姓名：甲", "box": [0, 0, 9, 9], "confidence": 1}]}).encode(),
    b"\5\0" + bytes((0, 0, 90, 20, 0, 255, 30, 0, 90, 20, 3, 200)),
)
