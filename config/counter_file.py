"""The file of one counter's machine: which counter it stands at, where its hall is, which boxes hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from config.errors import ConfigError
from config.kiosk_file import DeviceSettings
from config.reader import read_toml, shaped
from config.shapes import Table

if TYPE_CHECKING:
    from pathlib import Path

    from config.kiosk_file import Credential

KINDS = ("caller", "led_strip", "rating_pad")


class CounterTable(Table, frozen=True):
    """[counter]. `server` empty: the one in the credential file."""

    no: Annotated[int, msgspec.Meta(ge=1)]
    server: Annotated[str, msgspec.Meta(pattern="^(https?://[^\\s]+)?\\Z")] = ""


class CounterFile(Table, frozen=True):
    """A whole file of a counter's machine. Each kind of box is left out where there is none."""

    counter: CounterTable
    device: dict[str, DeviceSettings] = msgspec.field(default_factory=dict)


def load_counter(path: Path) -> CounterFile:
    """Read and check the file; raises ConfigError. What a driver knows is checked by whoever makes the device."""
    found = shaped(path, read_toml(path), CounterFile)
    for kind in found.device:
        if kind not in KINDS:
            raise ConfigError(path, f"device.{kind}", f"a counter has no such box; expected one of {', '.join(KINDS)}")
    if not found.device:
        raise ConfigError(path, "device", f"no box at all; expected one of {', '.join(KINDS)}")
    return found


def check_given(key_file: Path, credential: Credential, counter: int) -> None:
    """ConfigError for a credential that another machine got; one with a secret says nothing of whose it is."""
    if credential.kiosk or credential.counter not in {0, counter}:
        whose = credential.kiosk or f"counter {credential.counter}"
        raise ConfigError(key_file, "counter", f"the credential was given to {whose}, not to counter {counter}")
