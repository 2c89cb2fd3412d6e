"""What every sheet says of where it comes from: the hall, the kiosk, the hour, and the catalogue that it was made of.

Pure. The catalogue's mark is one for kiosk, counter and printed guide (CL-B4).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from kiosk.values import Value

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Catalogue

MARK_LETTERS = 8


class AboutPaper(Value, frozen=True):
    """`printed_at` "" while the kiosk's clock is off by more than a minute (definitions.md 11)."""

    hall_name: str = ""
    kiosk_name: str = ""
    hotline: str = ""
    printed_at: str = ""
    mark: str = ""
    version: str = ""
    large: bool = False

    @property
    def foot(self) -> tuple[str, ...]:
        """What stands at the foot of each page."""
        said = (
            f"热线 {self.hotline}" if self.hotline else "",
            f"{self.printed_at} 打印" if self.printed_at else "",
            self.kiosk_name,
            f"事项库 {self.version} 核对码 {self.mark}" if self.mark else "",
        )
        return tuple(word for word in said if word)


def catalogue_mark(catalogue: Catalogue) -> str:
    """Eight letters that stand for this very catalogue, whoever prints them: the head of a SHA-256, as 3F2A-91C0."""
    digest = hashlib.sha256(msgspec.json.encode(catalogue, order="sorted")).hexdigest()[:MARK_LETTERS].upper()
    return f"{digest[:4]}-{digest[4:]}"
