"""The one reader: TOML file → typed, frozen values; unknown keys are mistakes, not decoration.

Knows no hall and no kiosk: the shapes are in `site` and `kiosk_file`.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from config.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

Shape = TypeVar("Shape")
_AT = re.compile(r" - at `(?P<key>[^`]+)`$")
_LIMIT_BYTES = 1 << 20


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; raises ConfigError with the line when it is not TOML."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ConfigError(path, "", "no such file") from None
    except OSError as error:
        raise ConfigError(path, "", f"cannot be read: {error.strerror}") from None
    if len(raw) > _LIMIT_BYTES:
        raise ConfigError(path, "", f"larger than {_LIMIT_BYTES} bytes; a site file is a few kilobytes")
    return parsed(path, raw)


def parsed(path: Path, raw: bytes) -> dict[str, Any]:
    """The tables of a file that was read already; `path` is what errors call it."""
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise ConfigError(path, "", "not UTF-8; save the file as UTF-8 without a byte-order mark") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, "", f"not TOML: {error}") from None


def shaped(path: Path, tables: dict[str, Any], shape: type[Shape]) -> Shape:
    """`tables` as a `shape`; raises ConfigError naming the key and what was expected."""
    try:
        return msgspec.convert(tables, shape)
    except msgspec.ValidationError as error:
        text = str(error)
        found = _AT.search(text)
        key = found["key"].removeprefix("$").removeprefix(".") if found else ""
        raise ConfigError(path, key, _AT.sub("", text)) from None
