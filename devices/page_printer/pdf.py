"""What can be said of a job without asking the printer, and of a PDF without understanding it. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.page_printer import PageJob, PagePrinterCapabilities

_HEAD_BYTES = 1024  # readers look for the header this far (ISO 32000-1 annex H.3.4.1)
_TAIL_BYTES = 2048
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R)")  # in a trailer or in the dictionary of an xref stream


def refusal_of(document: bytes, max_bytes: int) -> str:
    """Why these bytes are not to be printed, as a permanent code; empty when nothing speaks against them."""
    if not document:
        return "empty_document"
    if len(document) > max_bytes:
        return "too_large"
    if b"%PDF-" not in document[:_HEAD_BYTES]:
        return "not_a_pdf"
    if b"%%EOF" not in document[-_TAIL_BYTES:]:
        return "pdf_truncated"
    if _ENCRYPTED.search(document):
        return "pdf_encrypted"
    return ""


def refusal_unasked(job: PageJob, can: PagePrinterCapabilities) -> str:
    """Why this printer is not asked at all, as a permanent code; empty when it may be."""
    said = (
        (job.copies < 1, "bad_copies"),
        (job.copies > can.max_copies, "too_many_copies"),
        (job.duplex is True and not can.duplex, "no_duplex"),
        (job.colour is True and not can.colour, "no_colour"),
        (not can.pdf, "format_refused"),
    )
    return next((reason for holds, reason in said if holds), "") or refusal_of(job.document, can.max_bytes)
