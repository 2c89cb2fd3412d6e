"""A signed code is good once: how a kiosk asks its hall whether it was the first to be shown it (definitions.md 14).

The hall is told who issued the code and its `jti`, which says nothing of a person; it keeps a mark of both for a day.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.messages import Command


class ClaimCode(Command, frozen=True):
    """This code was shown here. `alone`: it was taken without the hall, who hears of it afterwards."""

    issuer: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,31}\Z")]
    jti: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{24}\Z")]
    alone: bool = False


class CodeClaimed(msgspec.Struct, frozen=True):
    """`first`: nobody else was shown it before; otherwise it is used up."""

    first: bool
