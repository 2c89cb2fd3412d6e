"""A code as JSON, between the process that sees and the driver. Pure: imports no library that reads pictures."""

from __future__ import annotations

from typing import Any

from devices.code_scanner.codec import decode_code
from devices.values.code_scanner import Engine, ScannedCode, Symbol


def packed(code: ScannedCode) -> dict[str, Any]:
    """A code as JSON."""
    symbol = code.symbol
    return {
        "data": code.data.hex(),
        "kind": symbol.kind,
        "engine": symbol.engine.value,
        "identifier": symbol.identifier,
        "eci": symbol.eci,
        "turn": symbol.turn,
        "corners": symbol.corners,
        "trusted": symbol.trusted,
    }


def unpacked(said: dict[str, Any]) -> ScannedCode:
    """The code that was packed. Raises KeyError, TypeError or ValueError for anything else."""
    symbol = Symbol(
        kind=said["kind"],
        engine=Engine(said["engine"]),
        identifier=said["identifier"],
        eci=said["eci"],
        turn=said["turn"],
        corners=tuple((int(x), int(y)) for x, y in said["corners"]),
        trusted=said["trusted"],
    )
    return decode_code(bytes.fromhex(said["data"]), symbol)
