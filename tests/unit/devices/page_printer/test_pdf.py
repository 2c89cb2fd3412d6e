"""What is refused before the printer is asked."""

import dataclasses

import pytest

from devices.page_printer.machine import pages_of
from devices.page_printer.pdf import refusal_of, refusal_unasked
from devices.page_printer.sample import sample_pdf
from devices.values.page_printer import PageJob, PagePrinterCapabilities

CAN = PagePrinterCapabilities(duplex=True, colour=True, max_copies=3)


@pytest.mark.parametrize("pages", [1, 2, 30])
def test_a_sample_is_a_whole_document_of_so_many_pages(pages):
    assert refusal_of(sample_pdf(pages), 100_000) == ""
    assert pages_of(sample_pdf(pages)) == pages


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b"", "empty_document"),
        (b"PK\x03\x04", "not_a_pdf"),
        (b" " * 2000 + sample_pdf(), "not_a_pdf"),
        (sample_pdf()[:500], "pdf_truncated"),
        (sample_pdf() + b" " * 100_000, "too_large"),
        (sample_pdf().replace(b"/Size", b"/Encrypt 12 0 R /Size"), "pdf_encrypted"),
        (sample_pdf().replace(b"/Size", b"/Encrypt<</V 2>> /Size"), "pdf_encrypted"),
        (b"\xef\xbb\xbf" + sample_pdf() + b"\n\n", ""),
    ],
)
def test_a_document_that_is_no_pdf_to_print_is_named(document, reason):
    assert refusal_of(document, 50_000) == reason


@pytest.mark.parametrize(
    ("job", "can", "reason"),
    [
        ({"copies": 3}, {}, ""),
        ({"copies": 4}, {}, "too_many_copies"),
        ({"copies": -1}, {}, "bad_copies"),
        ({"duplex": True}, {"duplex": False}, "no_duplex"),
        ({"duplex": False}, {"duplex": False}, ""),
        ({"colour": True}, {"colour": False}, "no_colour"),
        ({}, {"pdf": False}, "format_refused"),
    ],
)
def test_what_the_printer_cannot_do_is_refused_unasked(job, can, reason):
    assert refusal_unasked(PageJob(sample_pdf(), **job), dataclasses.replace(CAN, **can)) == reason


def test_a_document_is_hidden_wherever_a_job_is_shown():
    assert "PDF" not in repr(PageJob(sample_pdf()))
