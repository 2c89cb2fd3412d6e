"""Pages -> one PDF document: the JPEG pictures as they are, each on a page of A4. Pure; adds no word about anybody.

Nothing is compressed anew; there is no producer, no date and no title. ISO 32000-1: 7.5 (file), 8.9.5 (images).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.document_scanner import A4_MM, MM_PER_INCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from devices.values.document_scanner import PageImage

POINTS = 72 / MM_PER_INCH  # a millimetre
_SOF = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})  # start of frame
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB"}


def pdf_of(pages: Sequence[PageImage]) -> bytes:
    """One document, at least one page. Raises ValueError when a page is no JPEG of one or three colours."""
    if not pages:
        raise ValueError("no pages")
    first = 3  # objects: 1 catalogue, 2 list of pages, then three for each page
    kids = b" ".join(b"%d 0 R" % (first + 3 * at) for at in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)]
    for at, page in enumerate(pages):
        objects += _page(page, first + 3 * at)
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _page(page: PageImage, number: int) -> list[bytes]:
    """The page, what is drawn on it, and the picture; `number` is the page's own."""
    wide_px, high_px, colours = jpeg_size(page.jpeg)
    turned = page.width_mm > page.height_mm and page.width_mm > A4_MM[0]
    sheet = (A4_MM[1], A4_MM[0]) if turned else A4_MM
    scale = min(1.0, sheet[0] / page.width_mm, sheet[1] / page.height_mm)
    wide, high = page.width_mm * scale * POINTS, page.height_mm * scale * POINTS
    left, low = (sheet[0] * POINTS - wide) / 2, (sheet[1] * POINTS - high) / 2
    drawing = b"q %.3f 0 0 %.3f %.3f %.3f cm /P Do Q" % (wide, high, left, low)
    box = b"0 0 %.3f %.3f" % (sheet[0] * POINTS, sheet[1] * POINTS)
    return [
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<</XObject<</P %d 0 R>>>>/Contents %d 0 R>>"
        % (box, number + 2, number + 1),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8/Filter/DCTDecode"
        b"/Length %d>>\nstream\n%s\nendstream" % (wide_px, high_px, _SPACES[colours], len(page.jpeg), page.jpeg),
    ]


def jpeg_size(jpeg: bytes) -> tuple[int, int, int]:
    """Width, height and number of colours of a JPEG file (ITU-T T.81, B.2.2). Raises ValueError when it is none."""
    at = 2 if jpeg[:2] == b"\xff\xd8" else len(jpeg)
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:  # noqa: PLR2004  # a marker
        marker = jpeg[at + 1]
        if marker in _SOF and at + 10 <= len(jpeg):
            high, wide, colours = (
                int.from_bytes(jpeg[at + 5 : at + 7]),
                int.from_bytes(jpeg[at + 7 : at + 9]),
                jpeg[at + 9],
            )
            if colours in _SPACES and high and wide:
                return wide, high, colours
            break
        at += 2 if marker in _ALONE else 1 if marker == 0xFF else 2 + int.from_bytes(jpeg[at + 2 : at + 4])  # noqa: PLR2004  # fill byte
    raise ValueError("not a JPEG picture of one or three colours")
