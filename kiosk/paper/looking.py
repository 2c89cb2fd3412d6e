"""The looking process: `python -m kiosk.paper.looking`. A PDF from elsewhere in, a picture of its first page out.

PDFs are hostile input: PDFium reads them here, in a process that may write no file, has bounded memory and time, and
ends with its one job. Comments and form fields are not shown, scripts are not built in. In: `{"pdf": "base64", "wide":
900}`. Out: `{"pages": 3, "hidden": false}` and a PNG, or `{"fault": "pdf_unreadable"}`.
"""

from __future__ import annotations

import base64
import io
import json
import sys
from typing import TYPE_CHECKING

from devices.transports.child import Parent
from kiosk.paper.masks import Letter, covered, trusted
from kiosk.paper.modest import modestly

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

MOST_SIDE_PX = 2400
MOST_LETTERS = 50_000
PICTURE_SHARE = 0.25  # of the page
BLUR = 24  # a line of print becomes one grey
COVER = (163, 152, 140)


def main() -> None:
    """Look at what stands on standard input."""
    parent = Parent()
    modestly()
    try:
        asked = json.loads(sys.stdin.readline())
        picture, pages, hidden = look(base64.b64decode(asked["pdf"]), int(asked["wide"]))
        out = io.BytesIO()
        picture.save(out, "PNG", compress_level=1)
    except Exception as error:  # noqa: BLE001 - the last thing this process does is tell its parent, whatever it was
        parent.tell({"fault": "pdf_unreadable", "detail": type(error).__name__})
        return
    parent.tell({"pages": pages, "hidden": hidden}, out.getvalue())


def look(pdf: bytes, wide: int) -> tuple[Image, int, bool]:
    """The first page `wide` pixels across, how many pages there are, and whether it is blurred. Raises anything."""
    import pypdfium2
    from PIL import ImageDraw, ImageFilter

    document = pypdfium2.PdfDocument(pdf)
    pages, page = len(document), document[0]
    across, along = page.get_size()
    scale = min(wide / across, MOST_SIDE_PX / across, MOST_SIDE_PX / along)
    picture = page.render(scale=scale, may_draw_forms=False, draw_annots=False, rev_byteorder=True).to_pil()
    picture = picture.convert("RGB")
    letters, boxes = _letters(page)
    numbers = covered(letters)
    if not trusted(letters) or (not numbers and _pictured(page)):
        small = picture.resize((max(1, picture.width // BLUR), max(1, picture.height // BLUR)))
        return small.resize(picture.size).filter(ImageFilter.GaussianBlur(BLUR / 2)), pages, True
    drawing = ImageDraw.Draw(picture)
    for index in numbers:
        drawing.rectangle(_place(page, boxes[index], picture), fill=COVER)
    return picture, pages, False


def _pictured(page: PdfPage) -> bool:
    """True when a good part of the page is a picture: a number may stand in it as well as in letters."""
    from pypdfium2 import raw

    across, along = page.get_size()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = found.get_bounds()
        if abs((right - left) * (top - bottom)) > PICTURE_SHARE * across * along:
            return True
    return False


def _letters(page: PdfPage) -> tuple[list[Letter], list[tuple[float, float, float, float]]]:
    """The letters of a page in its own order, and their boxes in its points: left, bottom, right, top."""
    from pypdfium2 import raw

    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_LETTERS:
        raise ValueError("too many letters")
    letters, boxes = [], []
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        known = raw.FPDFText_HasUnicodeMapError(text, index) == 0
        letters.append(Letter(chr(code) if code < sys.maxunicode else "\ufffd", known and code > 0))
        boxes.append(text.get_charbox(index, loose=True))
    return letters, boxes


def _place(page: PdfPage, box: tuple[float, float, float, float], picture: Image) -> tuple[int, int, int, int]:
    """A letter's box in the picture, however the page is turned and cut: left, upper, right, lower."""
    from ctypes import c_int

    from pypdfium2 import raw

    left, bottom, right, top = box
    found = []
    for x, y in ((left, bottom), (right, top)):
        across, down = c_int(), c_int()
        size = (0, 0, picture.width, picture.height, 0)
        raw.FPDF_PageToDevice(page, *size, x, y, across, down)
        found.append((across.value, down.value))
    (x0, y0), (x1, y1) = found
    return min(x0, x1) - 1, min(y0, y1) - 1, max(x0, x1) + 1, max(y0, y1) + 1


if __name__ == "__main__":
    main()
