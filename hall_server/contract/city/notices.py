"""消息提醒: what the hall asks the city to tell visitors who wished to hear of their ticket (CL-C16, CL-H20).

One message per happening. Whom it is for: a booking of the city's, a handle as in signed codes, or a telephone number
that was typed in; the last two stand in no row of the hall, they are added on the way out. What is said is the city's
template; nothing of the person is in it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment, Reference
from hall_server.contract.city.appointments import Handle, IssuerName
from hall_server.contract.city.wire import Word
from hall_server.contract.telephones import E164

NEAR_AHEAD = 3  # people who are still before whoever hears 前面还有3位

Phone = Annotated[str, msgspec.Meta(pattern=rf"^{E164}\Z")]  # 内地、香港、澳门、台湾
Text = Annotated[str, msgspec.Meta(max_length=120)]


class NoticeKind(StrEnum):
    """What has happened; the end of the message's address."""

    NEAR = "near"  # 前面还有3位
    CALLED = "called"  # 到号
    MISSED = "missed"  # 过号
    ACCEPTED = "accepted"  # 受理
    RATE = "rate"  # 邀评


class NoticeChannel(StrEnum):
    """How the visitor wishes to hear it; the city takes another way when it has none like it."""

    SMS = "sms"
    APP = "app"
    RICH = "rich"  # 5G 消息


class Addressee(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom it is for: exactly one of the three."""

    reference: Reference = ""  # the city's number of a booking 预约号: the city knows who made it
    phone: Phone | None = None
    issuer: IssuerName | None = None
    handle: Handle | None = None

    def __repr__(self) -> str:
        """Nobody."""
        return "Addressee()"


class Notice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One message to one visitor. `to` stands in it when it is sent; until then an address is in memory only."""

    ticket: Word
    label: Word  # 号码, as on the slip
    hall_name: Text
    at: Moment
    until: Moment  # after this it is of no use: taken, and told to nobody
    channel: NoticeChannel = NoticeChannel.SMS
    to: Addressee | None = None
    item_name: Text = ""
    counter: int | None = None
    place: Text = ""
    ahead: int | None = None  # so many people at most are still before the visitor
    outcome: str = ""
    page: Annotated[str, msgspec.Meta(max_length=200)] = ""  # the visitor's ticket page, when the hall has such
