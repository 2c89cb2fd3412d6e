"""What the printer's codes mean to people."""

import pytest

from devices.page_printer.pdf import refusal_of
from devices.values.page_printer import PagePrinterStatus, Paper
from kiosk.session.papers import PaperFault, fault_of


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (PagePrinterStatus(answered=False), PaperFault.OFFLINE),
        (PagePrinterStatus(answered=True, vanished=True), PaperFault.OFFLINE),
        (PagePrinterStatus(answered=True, paper=Paper.JAMMED), PaperFault.JAM),
        (PagePrinterStatus(answered=True, paper=Paper.OUT), PaperFault.PAPER_OUT),
        (PagePrinterStatus(answered=True, cover_open=True), PaperFault.COVER_OPEN),
        (PagePrinterStatus(answered=True, trouble="output_full"), PaperFault.PRINTER),
    ],
    ids=["silent", "vanished", "jam", "paper", "cover", "other"],
)
def test_a_printers_fault_has_a_word_for_people(status, fault):
    assert fault_of(status.fault) is fault


@pytest.mark.parametrize("document", [b"", b"x", b"%PDF-1.4", b"%PDF-1.4 /Encrypt 1 0 R %%EOF"])
def test_a_document_that_cannot_be_printed_is_said_to_be_one(document):
    assert fault_of(refusal_of(document, 100)) is PaperFault.DOCUMENT
