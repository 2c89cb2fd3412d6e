"""The ports that halls tell things to: which messages there are, what shape each has, and which ports have news.

A new port is a few lines here; its routes, its contract and its place in the inbox follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.city import appointments
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    import msgspec


class Message(NamedTuple):
    """One kind of message: its shape, and in one sentence what it says."""

    shape: type[msgspec.Struct]
    words: str


class TellingPort(NamedTuple):
    """One port: what it is for, its messages by kind, and whether the city has news for halls there."""

    about: str
    messages: dict[str, Message]
    news: bool = False


TOLD: dict[PortName, TellingPort] = {
    PortName.APPOINTMENTS: TellingPort(
        "How a hall and the city's booking platform speak with each other; what each word means: appointments.md.",
        {
            appointments.STATE: Message(appointments.BookingTold, "How one booking stands."),
            appointments.REFUSED: Message(appointments.BookingRefused, "A booking that the hall cannot keep."),
            appointments.CAPACITY: Message(appointments.CapacityTold, "Places left in one queue on one day."),
        },
        news=True,
    ),
}
