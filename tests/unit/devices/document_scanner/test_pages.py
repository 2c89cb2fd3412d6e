"""Pages in order, blackened, turned, in one document; a safe that gives nothing back once it is closed."""

import cv2
import numpy as np
import pytest

from devices.document_scanner.bundle import BundleError, PageBundle
from devices.document_scanner.codec import Layout, Picture
from devices.document_scanner.images import UnreadableImageError, array_of, page_of, pixels_of
from devices.document_scanner.papers import sheet
from devices.document_scanner.pdf import jpeg_size, pdf_of
from devices.document_scanner.redact import Box, redacted
from devices.document_scanner.safe import Safe, SafeError
from devices.document_scanner.turning import turned
from devices.values.document_scanner import MAX_PAGES, PageImage


def page(number=1):
    return page_of(sheet(number), 210, 297)


def order_of(bundle):
    return [bundle.page(number).jpeg for number in range(1, len(bundle) + 1)]


def test_pages_are_kept_in_the_order_that_is_given_them():
    bundle = PageBundle(required=3)
    one, two, three, four = (page(number) for number in range(1, 5))
    assert [bundle.append(each) for each in (one, two, three)] == [1, 2, 3]
    bundle.move(3, 1)
    assert order_of(bundle) == [three.jpeg, one.jpeg, two.jpeg]
    bundle.replace(2, four)
    assert order_of(bundle) == [three.jpeg, four.jpeg, two.jpeg]
    bundle.remove(1)
    assert order_of(bundle) == [four.jpeg, two.jpeg]
    assert bundle.missing == 1


@pytest.mark.parametrize("number", [0, 3, -1, 99])
def test_a_page_that_is_not_there_is_refused_and_nothing_changes(number):
    bundle = PageBundle()
    bundle.append(page(1))
    bundle.append(page(2))
    before = order_of(bundle)
    for verb in (bundle.remove, bundle.page, lambda n: bundle.move(n, 1), lambda n: bundle.move(1, n)):
        with pytest.raises(BundleError, match="no_such_page"):
            verb(number)
    assert order_of(bundle) == before


def test_there_is_a_most_of_pages():
    bundle, one = PageBundle(), page()
    for _ in range(MAX_PAGES):
        bundle.append(one)
    with pytest.raises(BundleError, match="too_many_pages"):
        bundle.append(one)


def test_bytes_are_handed_over_once_and_only_when_no_page_is_missing():
    bundle = PageBundle(required=2)
    with pytest.raises(BundleError, match="pages_missing"):
        bundle.hand_over()
    bundle.append(page(1))
    with pytest.raises(BundleError, match="pages_missing"):
        bundle.hand_over()
    bundle.append(page(2))
    assert bundle.hand_over().startswith(b"%PDF-")
    for verb in (bundle.hand_over, lambda: bundle.page(1), lambda: bundle.append(page())):
        with pytest.raises(BundleError, match="bundle_gone"):
            verb()
    assert len(bundle) == 0


def test_a_bundle_that_is_left_alone_is_gone():
    now = [0.0]
    bundle = PageBundle(keep_s=250, clock=lambda: now[0])
    now[0] = 249
    bundle.append(page())
    now[0] = 498
    assert not bundle.expire()
    now[0] = 499
    with pytest.raises(BundleError, match="bundle_gone"):
        bundle.page(1)


def test_what_is_blackened_is_gone_from_every_pixel():
    before = page()
    after = redacted(before, [Box(0.1, 0.1, 0.9, 0.5)])
    high, wide = before.height_px, before.width_px
    inside = pixels_of(after)[int(0.1 * high) : int(0.5 * high), int(0.1 * wide) : int(0.9 * wide)]
    assert pixels_of(before)[int(0.1 * high) : int(0.5 * high)].min() < 120
    assert inside.max() <= 4
    assert np.abs(pixels_of(after)[int(0.55 * high) :].astype(int) - pixels_of(before)[int(0.55 * high) :]).mean() < 3
    assert (after.width_px, after.width_mm) == (before.width_px, before.width_mm)


@pytest.mark.parametrize("sides", [(0.5, 0, 0.4, 1), (-0.1, 0, 1, 1), (0, 0, 1, 1.1), (0, 0.2, 1, 0.2)])
def test_a_box_that_is_none_is_refused(sides):
    with pytest.raises(ValueError, match="a box has"):
        Box(*sides)


def test_four_quarters_make_a_whole_turn():
    before = page()
    quarter = turned(before, 1)
    assert (quarter.width_px, quarter.height_px, quarter.width_mm) == (before.height_px, before.width_px, 297)
    assert np.abs(np.rot90(pixels_of(before), -1).astype(int) - pixels_of(quarter)).mean() < 3
    assert turned(before, 4) is before
    assert turned(before, -1).width_px == before.height_px


@pytest.mark.parametrize("jpeg", [b"", b"not a picture", b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xc0\0\x11\x08"])
def test_a_page_that_is_no_picture_is_refused_by_all_who_look_into_it(jpeg):
    broken = PageImage(jpeg, 1, 1)
    with pytest.raises(UnreadableImageError):
        pixels_of(broken)
    with pytest.raises(ValueError, match="JPEG"):
        pdf_of([broken])


def test_a_document_holds_each_picture_as_it_is_on_a_page_of_a4():
    pages = [page(1), turned(page(2), 1), page_of(cv2.cvtColor(sheet(3), cv2.COLOR_BGR2GRAY), 85.6, 53.98)]
    document = pdf_of(pages)
    for each in pages:
        assert each.jpeg in document
    assert document.count(b"/MediaBox[0 0 595.276 841.890]") == 2
    assert document.count(b"/MediaBox[0 0 841.890 595.276]") == 1
    assert b"/DeviceGray" in document
    assert jpeg_size(pages[0].jpeg) == (500, 707, 3)


def test_the_table_of_a_document_leads_to_its_objects():
    document = pdf_of([page(1), page(2)])
    table = int(document.split(b"startxref\n")[1].split(b"\n")[0])
    entries = document[table:].split(b"\n")[2:]
    places = [int(entry[:10]) for entry in entries if entry.endswith(b" n ")]
    for number, place in enumerate(places, 1):
        assert document[place:].startswith(b"%d 0 obj" % number)
    assert len(places) == 2 + 3 * 2


def test_a_document_tells_nothing_but_its_pages():
    document = pdf_of([page()])
    assert not any(word in document for word in (b"/Author", b"/Producer", b"/CreationDate", b"/Info"))


def test_pages_hide_themselves_in_reprs():
    secret = PageImage(b"secret", 1, 1)
    bundle = PageBundle()
    bundle.append(secret)
    assert "secret" not in repr(secret) + repr(bundle.page(1)) + repr(bundle)


def test_a_safe_gives_what_was_put_in_until_it_is_dropped(tmp_path):
    with_files = Safe(tmp_path, in_memory_bytes=10)
    numbers = [with_files.put(bytes([at]) * 8) for at in range(4)]
    assert with_files.on_disk == 3
    assert [with_files.get(number) for number in numbers] == [bytes([at]) * 8 for at in range(4)]
    with_files.drop(numbers[2])
    with_files.drop(numbers[2])
    with pytest.raises(SafeError, match="page_gone"):
        with_files.get(numbers[2])
    assert len(with_files) == 3
    with_files.destroy()
    with_files.destroy()
    for verb in (lambda: with_files.get(numbers[0]), lambda: with_files.put(b"x")):
        with pytest.raises(SafeError, match="page_gone"):
            verb()
    assert list(tmp_path.iterdir()) == []


def test_samples_of_any_width_become_one_byte_each():
    grey = array_of(Picture(Layout(9, 1, 1, 1), b"\x80\x80"))
    assert grey.tolist() == [[0, 255, 255, 255, 255, 255, 255, 255, 0]]
    wide = array_of(Picture(Layout(1, 1, 3, 16), b"\x01\xff\x02\xff\x03\xff"))
    assert wide.tolist() == [[[3, 2, 1]]]
