"""What all ports share on the wire: headers, the receipt for a message, pages of news, and how a refusal looks.

A hall sends messages and asks for news; nothing ever connects to a hall. Every message carries an `Idempotency-Key`
(its id, a UUID): however often it comes, the city acts once and answers the same. The answer must name that id, so that
a city that says anything else has taken nothing. Rows of news have a version: duplicates and old ones change nothing.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

IDEMPOTENCY_KEY = "Idempotency-Key"
HALL = "Kapok-Hall"  # which hall speaks
CORRELATION = "Kapok-Correlation"  # the id that finds one visit everywhere (CL-H4)
MAX_BYTES = 1024 * 1024  # of any answer
MAX_ROWS = 200  # of one page of news

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Cursor = Annotated[str, msgspec.Meta(max_length=64)]


class Receipt(msgspec.Struct, frozen=True):
    """The city has the message for good. `taken`: its id."""

    taken: Word


class NewsRow(msgspec.Struct, frozen=True):
    """One piece of news about one thing. Of two rows about the same `subject` the higher `version` counts."""

    subject: Word
    version: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    kind: Word
    body: msgspec.Raw


class NewsPage(msgspec.Struct, frozen=True):
    """`GET <port>/news?after=<next of the page before>`; an empty page has the cursor that was asked with."""

    rows: Annotated[tuple[NewsRow, ...], msgspec.Meta(max_length=MAX_ROWS)]
    next: Cursor
