"""What a guide 办事指南 says of an item besides its elements, and of a component wherever it is asked for.

Settled by the hall itself; no other hall need say the same (CL-B9, D15, E2, E17, G1, G5, H14).
"""

from __future__ import annotations

import msgspec

from hall_server.contract.item_words import MadeHere, Proxy, ResultWay


class Guide(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The hall's own words about one item; what each means: `contract.catalogue.ItemView`."""

    name_en: str = ""
    also: tuple[str, ...] = ()
    department: str = ""
    deciding: str = ""
    self_service: bool = False
    proxy: Proxy = Proxy.ANY
    proxy_note: str = ""
    at_home: bool = False
    by_video: bool = False
    hkmo: bool = True
    hkmo_note: str = ""
    fee: str = ""
    season: str = ""
    result_ways: tuple[ResultWay, ...] = (ResultWay.COUNTER,)
    online: str = ""
    commitment: bool = False


class Component(msgspec.Struct, frozen=True, omit_defaults=True):
    """What holds for a component in every item: `contract.catalogue.Material`."""

    issued_by_gov: bool = False
    made_here: MadeHere | None = None
    note: str = ""
    picture: str = ""


PLAIN = Component()
SILENT = Guide()
