"""Pages of a visit lie sealed, are handed over one by one, and are gone when the visit is."""

import gc
import types
from dataclasses import replace

import pytest

from devices.document_scanner.bundle import BundleError
from devices.document_scanner.images import page_of, pixels_of
from devices.document_scanner.papers import sheet
from devices.values.document_scanner import Verdict
from kiosk.runner.scan_folder import MOST_MATERIALS, ScanFolder

JPEG = b"\xff\xd8\xff"
BLACK = 8  # what compressing leaves of black
LEAST = 1000  # bytes of anything that could be a picture


def page(number, verdict=Verdict.GOOD):
    return page_of(sheet(number), 210, 297, verdict)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def plain(*roots):
    """Every large piece of bytes that can be reached from these objects, without modules, classes and functions."""
    seen, found, rest = set(), [], list(roots)
    while rest:
        thing = rest.pop()
        if id(thing) in seen or isinstance(thing, types.ModuleType | type | types.FunctionType | types.FrameType):
            continue
        seen.add(id(thing))
        if isinstance(thing, bytes | bytearray | memoryview) and len(thing) >= LEAST:
            found.append(bytes(thing))
        rest.extend(gc.get_referents(thing))
    return found


@pytest.fixture
def folder(tmp_path):
    folder = ScanFolder(tmp_path)
    folder.expect("m_id", 2)
    yield folder
    folder.wipe()


def test_pages_are_sealed_on_disk_and_nowhere_else_as_they_are(folder, tmp_path):
    pages = [page(number) for number in (1, 2)]
    assert [folder.keep("m_id", one) for one in pages] == [1, 2]
    assert len(files(tmp_path)) == 2
    for path in files(tmp_path):
        assert JPEG not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0
    assert plain(folder) == []
    assert folder.picture("m_id", 2) == pages[1].jpeg


def test_cl_e16_after_a_wipe_there_is_no_file_no_key_and_no_byte(folder, tmp_path):
    folder.keep("m_id", page(1))
    folder.expect("m_photo", 1)
    folder.keep("m_photo", page(2))
    folder.wipe()
    assert files(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
    assert plain(folder) == []
    assert folder.picture("m_id", 1) == b""
    with pytest.raises(BundleError, match="bundle_gone"):
        folder.keep("m_id", page(1))
    folder.wipe()


def test_what_is_missing_is_counted_for_each_material(folder):
    folder.expect("m_photo", 0)
    assert (folder.missing("m_id"), folder.missing("m_photo"), folder.missing("never")) == (2, 0, 0)
    folder.keep("m_id", page(1, Verdict.BLUR))
    assert folder.missing("m_id") == 1
    assert folder.verdicts("m_id") == (Verdict.BLUR,)
    assert folder.verdicts("never") == ()


def test_pages_are_put_in_order_retaken_turned_and_dropped(folder):
    first, second, third = page(1), page(2), page(3)
    for one in (first, second):
        folder.keep("m_id", one)
    folder.move("m_id", 2, 1)
    assert folder.picture("m_id", 1) == second.jpeg
    assert folder.keep("m_id", third, instead_of=1) == 1
    assert folder.picture("m_id", 1) == third.jpeg
    folder.turn("m_id", 1)
    assert folder.picture("m_id", 1) != third.jpeg
    folder.drop("m_id", 1)
    assert folder.picture("m_id", 1) == first.jpeg
    assert folder.picture("m_id", 2) == b""


def test_a_material_that_lacks_pages_is_not_handed_over(folder):
    folder.keep("m_id", page(1))
    with pytest.raises(BundleError, match="pages_missing"):
        folder.hand_over("m_id", {}.__setitem__)
    assert folder.verdicts("m_id") == (Verdict.GOOD,)


def test_a_material_goes_over_page_by_page_and_is_here_no_more(folder, tmp_path):
    pages = [page(number) for number in (1, 2)]
    for one in pages:
        folder.keep("m_id", one)
    taken = {}
    assert folder.hand_over("m_id", taken.__setitem__) == 2
    assert taken == {1: pages[0].jpeg, 2: pages[1].jpeg}
    assert folder.verdicts("m_id") == ()
    assert files(tmp_path) == []


def test_whoever_cannot_take_a_page_leaves_all_of_them_here(folder):
    pages = [page(number) for number in (1, 2)]
    for one in pages:
        folder.keep("m_id", one)

    def take(page_no, _jpeg):
        if page_no == 2:
            raise ValueError("too much")

    with pytest.raises(ValueError, match="too much"):
        folder.hand_over("m_id", take)
    assert folder.picture("m_id", 2) == pages[1].jpeg


def test_a_folder_takes_only_so_many_materials(folder):
    for number in range(MOST_MATERIALS - 1):
        folder.expect(str(number), 1)
    with pytest.raises(BundleError):
        folder.expect("one more", 1)


def test_cl_e16_a_page_that_was_blackened_is_handed_over_black_and_nothing_of_the_original_is_left(folder, tmp_path):
    folder.expect("m_id", 1)
    original = page(1)
    assert pixels_of(original)[500:600].min() < 100, "there is ink to be blackened"
    folder.keep("m_id", original)
    (before,) = files(tmp_path)
    sealed = before.read_bytes()
    folder.blacken("m_id", 1, [(0.0, 0.25, 1.0, 0.5), (0.25, 0.75, 0.5, 0.875)])
    assert all(path.read_bytes() != sealed for path in files(tmp_path))
    assert plain(folder) == []
    sent = []
    folder.hand_over("m_id", lambda _number, jpeg: sent.append(jpeg))
    (jpeg,) = sent
    pixels = pixels_of(replace(original, jpeg=jpeg))
    high, wide = pixels.shape[:2]
    assert pixels[high // 4 : high // 2].max() <= BLACK
    assert pixels[high * 3 // 4 : high * 7 // 8, wide // 4 : wide // 2].max() <= BLACK
    assert pixels[: high // 5].max() > 200, "the rest stands as it was"
    assert original.jpeg not in jpeg
    assert files(tmp_path) == []


def test_cl_e16_a_page_that_cannot_be_blackened_goes_to_nobody(folder):
    folder.keep("m_id", page(1))
    folder.keep("m_id", replace(page(2), jpeg=b"no picture at all"))
    with pytest.raises(BundleError) as failed:
        folder.blacken("m_id", 2, [(0.0, 0.0, 1.0, 0.5)])
    assert failed.value.code == "page_spoiled"
    assert folder.verdicts("m_id") == (Verdict.GOOD,)
    with pytest.raises(BundleError):
        folder.blacken("m_id", 9, [(0.0, 0.0, 1.0, 0.5)])
    assert folder.verdicts("m_id") == (Verdict.GOOD,)


def test_cl_e16_a_fault_of_our_own_while_a_page_is_blackened_gives_it_to_nobody_either(folder):
    folder.keep("m_id", page(1))
    with pytest.raises(TypeError):
        folder.blacken("m_id", 1, [("a part that is none",)])
    assert folder.verdicts("m_id") == ()
