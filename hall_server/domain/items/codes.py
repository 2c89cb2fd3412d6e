"""Do an item's codes look as expected? Only ever a warning: an unknown code is imported as it stands (CL-B11).

Lengths differ by release and province, so a format is whatever callable a site plugs in. Nothing here claims to know
a national rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hall_server.domain.items.element import ServiceItem

    CodeFormat: TypeAlias = Callable[[str], bool]  # does this code look as it should?


class CodeWarning(msgspec.Struct, frozen=True):
    """A code of unknown format. `code` is the whole of it."""

    item: str
    field: str  # "codes.basic"
    code: str


def of_lengths(lengths: Iterable[int]) -> CodeFormat:
    """The format of capital letters and digits in one of these lengths."""
    known = frozenset(lengths)

    def fits(code: str) -> bool:
        return len(code) in known and code.isascii() and code.isalnum() and code == code.upper()

    return fits


def code_warnings(items: Iterable[ServiceItem], formats: Mapping[str, CodeFormat]) -> tuple[CodeWarning, ...]:
    """The codes that do not fit the format of their field (`basic`, `implementation`, `handling`).

    A field without a format is not judged, and neither is a code that is not there.
    """
    return tuple(
        CodeWarning(item.id, f"codes.{field}", code)
        for item in items
        for field, fits in formats.items()
        if (code := getattr(item.elements.codes, field)) and not fits(code)
    )
