"""What scanimage says, as it really said it (sane-utils 1.1.1, the test back end and others' manual pages)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.document_scanner import scanimage
from devices.document_scanner.scanimage import (
    MAX_LINE_BYTES,
    MessageReader,
    PageEnded,
    Progress,
    abilities_in,
    message_in,
    scan_words,
    scanners_in,
)
from devices.values.advice import ADVICE
from devices.values.document_scanner import Colour, Media, ScanOrder, Source

TEST_BACK_END = """
All options specific to device `test:1':
  Scan Mode:
    --mode Gray|Color [Gray]
        Selects the scan mode (e.g., lineart, monochrome, or color).
    --depth 1|8|16 [8]
    --three-pass[=(yes|no)] [inactive]
    --resolution 1..1200dpi (in steps of 1) [75]
        Sets the resolution of the scanned image.
    --source Flatbed|Automatic Document Feeder [Flatbed]
  Geometry:
    -l 0..300mm (in steps of 1) [0]
    -t 0..300mm (in steps of 1) [0]
    -x 0..300mm (in steps of 1) [80]
    -y 0..300mm (in steps of 1) [100]
"""
ANOTHER = """
    --mode Lineart|Halftone|24bit Color[Fast] [24bit Color[Fast]]
    --resolution 100|200|300|600dpi [200]
    --source ADF Duplex|ADF Front [ADF Front] [advanced]
    -x 0..215.9mm (in steps of 0.0211639) [215.9]
    -y 0..355.6mm (in steps of 0.0211639) [279.4]
"""


def test_the_options_of_the_test_back_end_are_read():
    found = abilities_in(TEST_BACK_END)
    assert found.sources == {Source.FLATBED: "Flatbed", Source.FEEDER: "Automatic Document Feeder"}
    assert found.modes == {Colour.GREY: "Gray", Colour.COLOUR: "Color"}
    assert (found.dpi_range, found.dpi(5000), found.paper_mm) == ((1, 1200), 1200, (300.0, 300.0))
    assert (found.capabilities.width_mm, found.capabilities.height_mm) == (210.0, 297.0)


def test_another_scanner_has_other_words_for_the_same():
    found = abilities_in(ANOTHER)
    assert found.sources == {Source.FEEDER: "ADF Front"}
    assert found.dpis == (100, 200, 300, 600)
    assert [found.dpi(dpi) for dpi in (75, 150, 300, 1200)] == [100, 200, 300, 600]


def test_a_scanner_that_lists_nothing_is_a_flatbed_without_wishes():
    found = abilities_in("")
    assert found.sources == {Source.FLATBED: ""}
    words = scan_words("x", found, ScanOrder(Source.FLATBED), "/f/%d")
    assert words == ["--device-name=x", "--format=pnm", "--progress", "--batch=/f/%d", "--batch-count=1"]


def test_an_order_is_put_into_the_scanner_s_own_words():
    order = ScanOrder(Source.FEEDER, pages=7, dpi=200, colour=Colour.COLOUR)
    words = scan_words("test:1", abilities_in(TEST_BACK_END), order, "/f/%d")
    assert "--source=Automatic Document Feeder" in words
    assert {"--mode=Color", "--resolution=200", "--batch-count=7"} <= set(words)
    assert words[-4:] == ["-x", "210", "-y", "297"]


@pytest.mark.parametrize(
    ("words", "reason", "media"),
    [
        ("sane_start: Document feeder jammed", "paper_jammed", Media.JAMMED),
        ("sane_start: Document feeder out of documents", "no_documents", Media.NOT_PRESENT),
        ("sane_read: Scanner cover is open", "cover_open", Media.UNKNOWN),
        ("sane_read: Error during device I/O", "scanner_io", Media.UNKNOWN),
        ("open of device x failed: Device busy", "device_busy", Media.UNKNOWN),
        ("open of device x failed: Invalid argument", "device_lost", Media.UNKNOWN),
        ("open of device x failed: Access to resource has been denied", "access_denied", Media.UNKNOWN),
        ("sane_read: Out of memory", "out_of_memory", Media.UNKNOWN),
        ("no SANE devices found", "device_lost", Media.UNKNOWN),
        ("sane_start: Operation not supported", "not_supported", Media.UNKNOWN),
        ("sane_start: Lamp not ready, please retry", "warming_up", Media.UNKNOWN),
        ("option --resolution: bad option value (rest of option: fish)", "not_supported", Media.UNKNOWN),
    ],
)
def test_a_complaint_is_a_fault_with_a_code(words, reason, media):
    fault = message_in(f"scanimage: {words}")
    assert (fault.reason, fault.media) == (reason, media)


def test_each_fault_has_advice():
    faults = [fault for _, fault in scanimage.STATUS_WORDS]
    others = [scanimage.TOO_LARGE, scanimage.DIED, scanimage.MISSING, scanimage.FAILED]
    assert {fault.reason for fault in [*faults, *others]} <= set(ADVICE)


def test_progress_and_pages_are_told_whatever_the_chunks():
    said = b"Scanning page 1\nProgress: 12.5%\rProgress: 100.0%\r\nScanned page 1. (scanner status = 5)\n"
    expected = [Progress(0.125), Progress(1.0), PageEnded(1, 5)]
    assert MessageReader().feed(said) == expected
    for at in range(len(said)):
        reader = MessageReader()
        assert reader.feed(said[:at]) + reader.feed(said[at:]) == expected


def test_a_line_without_end_is_dropped_and_the_next_one_heard():
    reader = MessageReader()
    for _ in range(20):
        assert reader.feed(b"x" * 1000) == []
        assert len(reader._line) <= MAX_LINE_BYTES
    assert reader.feed(b"\nscanimage: sane_read: Scanner cover is open\n") == [
        scanimage.message_in("scanimage: sane_read: Scanner cover is open")
    ]


@given(st.binary(max_size=300), st.text(max_size=300))
def test_whatever_is_said_nothing_is_raised(data, listing):
    reader = MessageReader()
    reader.feed(data)
    reader.flush()
    abilities = abilities_in(listing)
    assert abilities.sources
    assert abilities.dpi(200) > 0
    scanners_in(listing)


def test_scanners_are_listed_by_name():
    [found] = scanners_in("epson2:libusb:001:004|Epson|GT-1500|flatbed scanner\nrubbish\n")
    assert (found.name, found.model) == ("epson2:libusb:001:004", "GT-1500")
