"""What a code scanner hands over. What the code says is hidden in `repr`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.health import Health


class Engine(StrEnum):
    """Who made bytes of the bars or modules."""

    SCANNER = "scanner"  # the box itself: serial line, keyboard
    ZXING = "zxing"
    ZBAR = "zbar"  # re-encodes what it takes for text: its bytes may not be those in the symbol


@dataclass(frozen=True, slots=True)
class Symbol:
    """What is known of the symbol that a code was in; a box that sends bytes only knows nothing of it."""

    kind: str = ""  # qr_code, micro_qr_code, rmqr_code, code_128 …; empty: not known
    engine: Engine = Engine.SCANNER
    identifier: str = ""  # ISO/IEC 15424, such as "]Q1"
    eci: int | None = None  # the encoding that the symbol itself claims (AIM ECI number)
    turn: int = 0  # degrees clockwise from upright
    corners: tuple[tuple[int, int], ...] = ()  # in pixels of the frame; empty where it was read on a cut-out
    trusted: bool = True  # False: the bytes may be other ones; only for a recogniser that can prove them


@dataclass(frozen=True, slots=True, repr=False)
class ScannedCode:
    """One code from a scanner: the bytes as they came, and the text with the decoding that was chosen.

    `encoding` is utf-8, gb18030 or latin-1, tried strictly in this order (devices.md B2 rule).
    """

    data: bytes
    text: str
    encoding: str
    symbol: Symbol = Symbol()

    def __repr__(self) -> str:
        return f"ScannedCode({len(self.data)} bytes, {self.encoding})"


class Sight(StrEnum):
    """Whether codes can be read at all (XFS4IoT BarcodeReader.scanner and Camera.cameras)."""

    ON = "on"
    OFF = "off"  # closed
    INOP = "inop"
    UNKNOWN = "unknown"  # a box that only sends cannot say more than "wire open"


@dataclass(frozen=True, slots=True)
class ScannerStatus:
    """How the scanner is. `dropped` counts codes that were refused: too long, control characters, not trusted."""

    health: Health
    reason: str = ""
    sight: Sight = Sight.UNKNOWN
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class ScannerCapabilities:
    """What the scanner can tell of a code."""

    symbology: bool = False  # says which kind of symbol a code was
    position: bool = False  # says where in the picture it was
    binary: bool = True  # hands over any bytes; a keyboard cannot
