"""一人一档, 一企一档: what a city has on file about somebody, read for them, with their consent, for one visit (CL-G9).

Nobody writes there. Questions and answers name people: their reprs do not, and a hall keeps neither.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.city.licences import Holder
from hall_server.contract.city.links import WebPage
from hall_server.contract.city.wire import Word

_Label = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
_Value = Annotated[str, msgspec.Meta(max_length=200)]


class ProfileKind(StrEnum):
    """Whose file it is."""

    PERSON = "person"  # 一人一档
    ORGANISATION = "organisation"  # 一企一档


class ProfileWanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /profile/read`. `cards`: what they may be entitled to as well. ValueError without consent."""

    holder: Holder
    consent: bool
    place: Word  # the kiosk's id
    cards: bool = False

    def __post_init__(self) -> None:
        if not self.consent:
            msg = "consent"
            raise ValueError(msg)


class ProfileRow(msgspec.Struct, frozen=True):
    """One line of a file."""

    label: _Label
    value: _Value

    def __repr__(self) -> str:
        """Without the value."""
        return f"ProfileRow(label={self.label!r})"


class ProfileSection(msgspec.Struct, frozen=True):
    """Lines that belong together."""

    title: _Label
    rows: Annotated[tuple[ProfileRow, ...], msgspec.Meta(max_length=32)]


class BenefitCard(msgspec.Struct, frozen=True):
    """您可能符合: the city's own reckoning; a hall does none."""

    id: _Label
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    words: Annotated[str, msgspec.Meta(max_length=200)] = ""
    address: WebPage | None = None

    def __repr__(self) -> str:
        """Without what it says of somebody."""
        return "BenefitCard(…)"


class Profile(msgspec.Struct, frozen=True):
    """What is on file, as far as it is shown."""

    kind: ProfileKind
    sections: Annotated[tuple[ProfileSection, ...], msgspec.Meta(max_length=16)] = ()
    cards: Annotated[tuple[BenefitCard, ...], msgspec.Meta(max_length=8)] = ()
