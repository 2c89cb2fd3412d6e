"""What a code scanner hands over. What the code says is hidden in `repr`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.health import Health


@dataclass(frozen=True, slots=True, repr=False)
class ScannedCode:
    """One code from a scanner: the bytes as they came, and the text with the decoding that was chosen.

    `encoding` is utf-8, gb18030 or latin-1, tried strictly in this order (devices.md B2 rule).
    """

    data: bytes
    text: str
    encoding: str

    def __repr__(self) -> str:
        return f"ScannedCode({len(self.data)} bytes, {self.encoding})"


@dataclass(frozen=True, slots=True)
class ScannerStatus:
    """How the scanner is."""

    health: Health
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScannerCapabilities:
    """What the scanner can tell of a code."""

    symbology: bool = False  # says which kind of symbol a code was
