"""The demo seal: drawn behind the document's own bytes, found by readers, refused where there is no page to draw on."""

from __future__ import annotations

import random
import re

import pytest

from hall_server.city.reference.mini_pdf import page_of, written
from hall_server.city.reference.pdf_file import NoPdfError, first_page
from hall_server.city.reference.seal_stamp import SIDE, stamped

PDF = page_of("Receipt")


def document(page: bytes, *more: bytes, pages: bytes = b"<</Type/Pages/Count 1/Kids[3 0 R]>>") -> bytes:
    return written([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, *more])


def rect(pdf: bytes) -> list[float]:
    found = re.findall(rb"/Subtype/Stamp/Rect\[([^\]]*)\]", pdf)
    return [float(one) for one in found[-1].split()]


def test_every_byte_of_the_document_stays_and_the_page_has_the_seal() -> None:
    sealed = stamped(PDF)
    assert sealed.startswith(PDF)
    page = first_page(sealed)
    assert b"/Annots[6 0 R]" in page.body
    assert rect(sealed) == [427.0, 36.0, 559.0, 168.0]
    assert rect(sealed)[2] - rect(sealed)[0] == SIDE
    assert first_page(sealed)[:3] == (page.number, page.body, page.box)


def test_a_document_may_be_sealed_twice_and_keeps_its_own_notes() -> None:
    twice = stamped(stamped(PDF))
    assert b"/Annots[6 0 R 8 0 R]" in first_page(twice).body
    own = document(b"<</Type/Page/Parent 2 0 R/Annots [ 9 0 R ]/MediaBox[0 0 200 300]>>")
    assert b"/Annots[ 9 0 R  4 0 R]" in first_page(stamped(own)).body
    assert rect(stamped(own)) == [32.0, 36.0, 164.0, 168.0]


def test_the_box_may_be_the_parent_s_or_a4() -> None:
    bare = b"<</Type/Page/Parent 2 0 R>>"
    inherited = document(bare, pages=b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 842 595]>>")
    assert first_page(inherited).box == (0.0, 0.0, 842.0, 595.0)
    assert first_page(document(bare)).box == (0.0, 0.0, 595.0, 842.0)
    assert first_page(document(b"<</Type/Page/MediaBox[0 0 - .]>>")).box == (0.0, 0.0, 595.0, 842.0)


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"%PDF-1.4",
        PDF.replace(b"startxref", b"startxrev"),
        PDF.replace(b"%PDF", b"%FDP"),
        PDF.replace(b"/Root 1 0 R", b"/Roof 1 0 R"),
        PDF.replace(b"/Root 1 0 R", b"/Root 9 0 R"),
        PDF.replace(b"/Size 6", b"/Site 6"),
        PDF.replace(b"/Root 1", b"/Encrypt 1 0 R/Root 1"),
        PDF.replace(b"/Root 1", b"/Prev 0/Root 1"),
        re.sub(rb"startxref\n\d+", b"startxref\n9999999999", PDF),
        PDF.replace(b"xref\n0 6", b"xref\n0 9999999999"),
        document(b"<</Type/Page/Annots 4 0 R>>", b"[]"),
        document(b"[/Type/Page]"),
        document(b"<</Type/Pages/Kids[2 0 R]>>"),  # a circle
        document(b"<</Type/Pages>>"),
    ],
)
def test_what_is_no_document_with_a_page_is_refused(pdf: bytes) -> None:
    with pytest.raises(NoPdfError):
        stamped(pdf)


def test_tables_that_name_each_other_end() -> None:
    table = PDF.rindex(b"xref\n0")
    with pytest.raises(NoPdfError, match="too many tables"):
        stamped(PDF.replace(b"/Root 1", b"/Prev %d/Root 1" % table))


def test_changed_bytes_are_sealed_or_refused_and_nothing_else() -> None:
    chance = random.Random(20261122)
    for _ in range(3_000):
        changed = bytearray(PDF)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            assert stamped(bytes(changed)).startswith(bytes(changed))
        except NoPdfError:
            continue
