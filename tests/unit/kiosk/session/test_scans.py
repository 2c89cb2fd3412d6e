"""What the scanner's codes mean to people."""

import pytest

from devices.document_scanner import scanimage
from kiosk.session.scans import ScanFault, scan_fault_of


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (scanimage.LOST, ScanFault.OFFLINE),
        (scanimage.SILENT, ScanFault.OFFLINE),
        (scanimage.BUSY, ScanFault.BUSY),
        (scanimage.UNSUPPORTED, ScanFault.SCANNER),
    ],
    ids=["lost", "silent", "busy", "unsupported"],
)
def test_a_scanners_fault_has_a_word_for_people(fault, word):
    assert scan_fault_of(fault.reason) is word


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("paper_jammed", ScanFault.JAM),
        ("cover_open", ScanFault.COVER_OPEN),
        ("no_documents", ScanFault.NO_PAGE),
        ("too_many_pages", ScanFault.FULL),
        ("bundle_gone", ScanFault.GONE),
        ("never heard of", ScanFault.SCANNER),
    ],
)
def test_a_code_has_a_word_for_people(code, word):
    assert scan_fault_of(code) is word
