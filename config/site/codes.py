"""[codes]: whose signed codes count in this hall. The rows of items have `codes` too; those are another thing.

Knows no signatures: whether the list is right is seen when a hall reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from config.errors import ConfigError
from config.shapes import Table

if TYPE_CHECKING:
    from pathlib import Path

    from config.site.city import City

Root = Annotated[bytes, msgspec.Meta(min_length=32, max_length=64)]  # base64 in the file; Ed25519 has 32, SM2 64
Audience = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,31}\Z")]


class TrustedCodes(Table, frozen=True):
    """[codes]. Without it nobody's signed codes are taken."""

    roots: Annotated[tuple[Root, ...], msgspec.Meta(min_length=1, max_length=2)]  # two while one follows the other
    audiences: Annotated[tuple[Audience, ...], msgspec.Meta(max_length=16)] = ()  # besides the hall's id
    trust_list: str = ""  # a path from this file; its signature is <path>.sig; empty: the city's port `codes`


def beside(path: Path, codes: TrustedCodes | None, city: City | None = None) -> TrustedCodes | None:
    """The table with its path told from the working folder.

    ConfigError for a root or a name that stands twice, and for a list that can come from nowhere.
    """
    if codes is None:
        return None
    for key, values in (("roots", codes.roots), ("audiences", codes.audiences)):
        for index, value in enumerate(values):
            if value in values[:index]:
                raise ConfigError(path, f"codes.{key}[{index}]", "one that does not stand there already")
    if "\0" in codes.trust_list:
        raise ConfigError(path, "codes.trust_list", "a path of a file")
    if codes.trust_list:
        return msgspec.structs.replace(codes, trust_list=str(path.parent / codes.trust_list))
    if city is None or ("codes" in city.ports and city.ports["codes"].off):
        raise ConfigError(path, "codes.trust_list", "a path of a file, or [city] with its port codes")
    return codes
