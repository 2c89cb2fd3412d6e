"""Quality cards: what was done for each kind of device, what is still to do, and whether a real box was ever seen.

A card stands beside the code it speaks of: `devices/<kind>/quality.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from devices.errors import DeviceConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMON_RULES = (
    "has_emulator",
    "contract_suite",
    "holds_for_any_bytes",
    "survives_unplug",
    "redacts_personal_data",
    "has_golden_capture",
    "probed_on_hardware",
)
"""What every card has to answer for:

has_emulator            the driver runs against real bytes without the box
contract_suite          one suite for the port, over simulator and driver
holds_for_any_bytes     whatever comes, nothing is raised, and the next good frame is read
survives_unplug         pulled out and put back in the middle of an exchange
redacts_personal_data   in logs, reprs, traces and temporary files
has_golden_capture      bytes of a real box are among the tests
probed_on_hardware      somebody ran it on a real box; date, model and firmware
"""


class State(StrEnum):
    """How far a rule is."""

    DONE = "done"
    TODO = "todo"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a card; `words` say where it was done, or why it is not."""

    state: State
    words: str


@dataclass(frozen=True, slots=True)
class QualityCard:
    """One kind's card. `seen` says which real box, when, and by whom; empty while none was seen."""

    kind: str
    protocol: str
    seen_real_hardware: bool
    seen: str
    rules: Mapping[str, Rule]

    @property
    def todo(self) -> tuple[str, ...]:
        """Names of the rules that are still to be done."""
        return tuple(name for name, rule in self.rules.items() if rule.state is State.TODO)


def card_of(kind: str) -> QualityCard:
    """The card of a kind of the table. Raises DeviceConfigError when there is none, or when it cannot be read."""
    try:
        text = (files("devices") / kind / "quality.toml").read_text(encoding="utf-8")
        return read_card(tomllib.loads(text))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DeviceConfigError(kind, f"quality.toml cannot be read: {error!r}") from error


def read_card(table: Mapping[str, Any]) -> QualityCard:
    """A card from its TOML table. Raises KeyError, TypeError or ValueError for what is not one."""
    device = table["device"]
    seen = device["seen_real_hardware"]
    if not isinstance(seen, bool):
        raise TypeError("seen_real_hardware is true or false")
    rules = {}
    for name, rule in table["rules"].items():
        state = State(rule["state"])
        rules[name] = Rule(state, rule["where" if state is State.DONE else "why"])
    return QualityCard(device["kind"], device["protocol"], seen, device.get("seen", ""), rules)
