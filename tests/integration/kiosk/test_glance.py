"""A certificate is looked at before it is printed: real PDFs, hostile ones too, in a process with limits."""

import os
import re
import zlib
from pathlib import Path

import pytest

from kiosk.paper.apart import PaperError
from kiosk.paper.glance import MOST_BYTES, Glance
from kiosk.paper.press import Press
from kiosk.paper.sheet import Sheet, Words
from tests.integration.kiosk.pdfs import opened, pdf, scanned, written

COVER = (163, 152, 140)
NUMBER = "440106195001011238"


def viewers():
    """Viewers that this process began and that are still there, where the kernel tells."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    begun = children.read_text(encoding="ascii").split() if children.exists() else []
    return [pid for pid in begun if re.search(rb"kiosk\.(paper|hanging)", _command(pid))]


def _command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def covered(glimpse):
    return sum(pixel == COVER for pixel in opened(glimpse.png).get_flattened_data())


async def test_a_number_is_covered_and_the_rest_can_be_read():
    plain, masked = await Glance().look(written("No. of hall 12345", "Hello")), await Glance().look(written(NUMBER))
    assert covered(plain) == 0
    assert covered(masked) > 1000
    assert not plain.hidden
    assert not masked.hidden
    assert opened(masked.png).width == 900


async def test_a_number_is_covered_however_the_page_is_turned():
    said = b"BT /F1 20 Tf 60 700 Td (%s) Tj ET" % NUMBER.encode()
    for turn in (90, 180, 270):
        assert covered(await Glance().look(pdf(said, turn=turn))) > 500


async def test_what_was_painted_under_the_cover_is_gone():
    one, other = [await Glance().look(written(number)) for number in ("440106195001011238", "320582199912311238")]
    assert one.png == other.png


async def test_a_number_on_a_sheet_of_ours_is_covered_too():
    made = await Press().paint(Sheet("证明", "", (Words(f"公民身份号码 {NUMBER}"),)))
    glimpse = await Glance().look(made.pdf)
    assert covered(glimpse) > 1000


@pytest.mark.parametrize(
    "document",
    [scanned(), scanned("for inspection only"), pdf(b"0 0 m 200 200 l S")],
    ids=["scan", "stamped_scan", "drawing"],
)
async def test_a_page_whose_numbers_nobody_can_find_is_blurred(document):
    assert (await Glance().look(document)).hidden


async def test_a_picture_behind_a_number_that_is_found_hides_nothing():
    glimpse = await Glance().look(scanned(NUMBER))
    assert not glimpse.hidden
    assert covered(glimpse) > 1000


@pytest.mark.parametrize(
    "document",
    [b"", b"\x00" * 4096, b"%PDF-1.7\nnonsense\n%%EOF", written("x")[:150], b"<html>"],
    ids=["empty", "zeros", "nonsense", "truncated", "page"],
)
async def test_what_is_no_pdf_is_refused(document):
    with pytest.raises(PaperError, match="pdf_unreadable"):
        await Glance().look(document)


async def test_a_page_of_a_mile_is_painted_no_larger_than_a_screen_needs():
    mile = written("x").replace(b"[0 0 595 842]", b"[0 0 9 99999]")
    width, height = opened((await Glance().look(mile)).png).size
    assert height <= 2400
    assert width <= 900


async def test_a_page_that_draws_itself_again_and_again_costs_one_preview_and_no_more():
    drawn = b"/P Do /P Do"
    itself = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</P 5 0 R>>>>/Length %d>>" % len(
        drawn
    )
    form = itself + b"stream\n" + drawn + b"\nendstream"
    with pytest.raises(PaperError, match="pdf_unreadable"):
        await Glance(look_s=2).look(pdf(b"/P Do", resources=b"<</XObject<</P 5 0 R>>>>", more=[form]))
    assert not viewers()


async def test_a_picture_of_gigabytes_is_not_taken_apart():
    said = b"<</Type/XObject/Subtype/Image/Width 40000/Height 40000/ColorSpace/DeviceRGB/BitsPerComponent 8"
    data = zlib.compress(bytes(1_000_000))
    picture = said + b"/Filter/FlateDecode/Length %d>>stream\n" % len(data) + data + b"\nendstream"
    drawn = pdf(b"q 595 0 0 842 0 0 cm /P Do Q", resources=b"<</XObject<</P 5 0 R>>>>", more=[picture])
    assert (await Glance().look(drawn)).hidden


async def test_what_is_too_large_is_not_even_opened():
    with pytest.raises(PaperError, match="pdf_unreadable"):
        await Glance(module="kiosk.paper.not_there").look(bytes(MOST_BYTES + 1))


async def test_a_viewer_that_hangs_or_dies_is_told_and_gone():
    for module in ("tests.integration.kiosk.hanging", "kiosk.paper.not_there"):
        with pytest.raises(PaperError, match="pdf_unreadable"):
            await Glance(module=module, look_s=0.3).look(written("x"))
    assert not viewers()
