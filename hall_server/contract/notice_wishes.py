"""有消息告诉我: a visitor's wish to hear of their ticket, as it comes from kiosks and counters (CL-C16).

Nobody has to wish it. The address is for this ticket only, and no answer repeats it.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.city.appointments import Handle, IssuerName
from hall_server.contract.city.notices import NoticeChannel, Phone
from hall_server.contract.messages import Command


class WishNotices(Command, frozen=True):
    """Either a telephone number, or who showed a signed code: its issuer and subject."""

    phone: Phone | None = None
    issuer: IssuerName | None = None
    handle: Handle | None = None
    channel: NoticeChannel = NoticeChannel.SMS

    def __repr__(self) -> str:
        """Nobody."""
        return f"WishNotices(channel={self.channel.value!r})"


class NoticesWished(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What holds now for this ticket."""

    ticket: str
    wished: bool
    channel: NoticeChannel | None = None
