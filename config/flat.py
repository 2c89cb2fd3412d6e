"""A file's settings as one list of keys, and where two files differ. Secrets are only said to be there. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECRET = frozenset({"pin_hash", "secret", "staff_pin", "technician_pin", "private_key", "pseudonym_key"})
_NAMES = ("id", "no", "staff_no")  # what a table in a list is called by


class Change(msgspec.Struct, frozen=True):
    """One key that differs; None: that side has it not."""

    key: str
    before: object
    after: object


def flat(settings: object) -> dict[str, object]:
    """Each key with the tables before it: `hall.name`, `counter[3].queues`, `queue[A].letter`."""
    return dict(_flat(msgspec.to_builtins(settings), ""))


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """Where two flat files differ, in the order of the keys of the one and then of the other."""
    keys = dict.fromkeys((*before, *after))
    return tuple(Change(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key))


def _flat(value: object, before: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            key = f"{before}.{name}" if before else str(name)
            yield from [(key, "(secret)")] if name in SECRET and inner else _flat(inner, key)
    elif isinstance(value, (list, tuple)) and value and isinstance(value[0], dict):
        for at, inner in enumerate(value):
            name = next((inner[one] for one in _NAMES if one in inner), at)
            yield from _flat(inner, f"{before}[{name}]")
    else:
        yield before, value
