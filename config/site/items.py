"""What people come for: [[item]] and [[bundle]]. Knows nothing of the floor."""

from __future__ import annotations

from typing import Annotated

import msgspec

from config.site.words import Id, MaterialRow, Table, Text


class Item(Table, frozen=True):
    """[[item]] 事项 (elements of CL-B1, as far as the hall needs them now)."""

    id: Id
    name: Text
    queue: str
    theme: Text
    dept: str = ""
    target: str = ""
    legal_days: str = ""
    src: str = ""
    promise_days: int = 0
    self_service: bool = False
    proxy: str = "any"
    hkmo: bool = True
    conditions: str = ""
    plain: Annotated[str, msgspec.Meta(max_length=120)] = ""
    note: str = ""
    season: str = ""
    reach: str = "local"
    bundle: str = ""
    commitment: bool = False
    kiosk_only_preferred: bool = False
    special_steps: tuple[str, ...] = ()
    default_outcome: str = ""  # empty: the queue's
    common: bool = False  # shown under 常办
    materials: tuple[MaterialRow, ...] = ()


class Bundle(Table, frozen=True):
    """[[bundle]] 一件事."""

    id: Id
    name: Text
    items: tuple[str, ...]
    extra: tuple[str, ...] = ()
