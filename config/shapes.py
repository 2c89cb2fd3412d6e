"""The shapes of single values in the files of a site, and what every table of them is. Knows no table."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec

NUMBER_LETTERS = "ACDEFGHJKLMNPRTUWXY"  # without what is misread: B I O Q S V Z

# \Z, because $ lets a trailing newline through
Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{1,32}\Z")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
ClockTime = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
Letter = Annotated[str, msgspec.Meta(pattern=rf"^[{NUMBER_LETTERS}]\Z")]
ARGON2_OR_NONE = r"^(\$argon2(id|i|d)\$v=[0-9]+\$m=[0-9]+,t=[0-9]+,p=[0-9]+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+)?\Z"
ARROWS = ("left", "right", "straight", "upstairs", "downstairs")
Level: TypeAlias = Literal["city", "district", "street", "village"]
WebAddress = Annotated[  # empty, or a server's and perhaps a folder's, without the slash at its end
    str, msgspec.Meta(max_length=100, pattern=r"^(https?://[A-Za-z0-9.\-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~\-]+)*)?\Z")
]
Spoken: TypeAlias = Literal["mandarin", "cantonese", "english"]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Region = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]{5}\Z")]  # GB/T 2260: 440106
Positive = Annotated[int, msgspec.Meta(ge=1, le=86_400)]
Hardware: TypeAlias = Literal[  # what a kiosk has, and what a self-service function needs
    "id_card",
    "smart_card",
    "code_scanner",
    "receipt_printer",
    "page_printer",
    "document_scanner",
    "camera",
    "face",
    "speaker",
]
Plain = Annotated[str, msgspec.Meta(max_length=120)]  # a few sentences for people (CL-B9)
Also = Annotated[tuple[Text, ...], msgspec.Meta(max_length=120)]  # what people call a thing
StaffWord: TypeAlias = Literal["clerk", "greeter", "lead", "manager", "technician", "auditor"]  # docs/rights.md
MaterialRow: TypeAlias = tuple[str, str, str, str]  # id, name, main|tol, electronic licence type or ""


Days = Annotated[str, msgspec.Meta(pattern=r"^[1-7](-[1-7])?(,[1-7](-[1-7])?)*\Z")]  # "1-5", "6,7"; 1 = Monday


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of the file; a key that is not listed here is refused."""


def weekdays(days: str) -> tuple[int, ...]:
    """The weekdays of "1-3,5": 1, 2, 3, 5 (1 = Monday, ISO 8601)."""
    spans = (part.partition("-") for part in days.split(","))
    return tuple(day for first, _, last in spans for day in range(int(first), int(last or first) + 1))
