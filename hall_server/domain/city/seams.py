"""What the flows are handed to tell the city with: rows inside a transaction, and what is committed. Only shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from hall_server.contract.city.ports import PortName
    from hall_server.domain.city.post import CityMessage, MessageState


class PostCount(NamedTuple):
    """How much of one port's post is in one state, and since when (UTC microseconds)."""

    port: PortName
    state: MessageState
    messages: int
    oldest_at: int


class CityRows(Protocol):
    """The post and how far each stream was followed, inside a transaction."""

    def city_cursor(self, stream: str) -> str:
        """How far a stream was followed; "" = from its beginning."""

    def put_city_cursor(self, stream: str, cursor: str) -> None:
        """Remember it."""

    def post(self, message: CityMessage) -> bool:
        """Write a message; False when its id is there already, and nothing changes."""

    def city_message(self, message_id: str) -> CityMessage | None:
        """One message."""

    def due_messages(self, port: PortName, at: int, limit: int) -> list[CityMessage]:
        """Of each subject the oldest waiting message, if it is due, in the order of writing."""

    def put_city_message(self, message: CityMessage) -> None:
        """How a message stands now."""

    def forget_taken(self, before: int) -> None:
        """Drop messages that were taken before a moment."""


class CityReader(Protocol):
    """The committed post."""

    def city_cursor(self, stream: str) -> str:
        """How far a stream was followed; "" = from its beginning."""

    def is_post_due(self, port: PortName, at: int) -> bool:
        """Whether a port has a message whose time has come."""

    def post_counts(self) -> list[PostCount]:
        """What lies in the post."""

    def city_messages(self, port: str, state: str, after: int, limit: int) -> list[CityMessage]:
        """Messages in the order of writing, with a place above `after`; "" = every port, every state."""

    def city_message(self, message_id: str) -> CityMessage | None:
        """One message."""
