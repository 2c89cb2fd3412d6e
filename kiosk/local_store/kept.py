"""Reading a value that was kept as JSON. Knows no tables and no meaning."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from kiosk.local_store.file import LocalStoreError

T = TypeVar("T")


def value_of(kept: bytes, shape: type[T]) -> T:
    """A kept value as it was. Raises LocalStoreError for one that nobody can read: another program's, a worn disk's."""
    try:
        return msgspec.json.decode(kept, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise LocalStoreError("a kept value is of a shape that nobody knows") from error
