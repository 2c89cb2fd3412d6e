"""The post to the city for administrators: counts, pages, dead letters sent again. Holds no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.post import PortPost, PostLetter, PostNow, PostPage
from hall_server.domain.city.post import MessageState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hall_server.contract.city.ports import PortName
    from hall_server.domain.city.post import CityMessage
    from hall_server.domain.city.seams import PostCount


def post_now(ports: Iterable[PortName], counts: Sequence[PostCount]) -> PostNow:
    """What lies in the post, by platform."""
    named = sorted({port.value for port in ports} | {one.port.value for one in counts})
    return PostNow(tuple(_of(port, [one for one in counts if one.port.value == port]) for port in named))


def page_of(found: Sequence[CityMessage], limit: int) -> PostPage:
    """A page, from one message more than it holds."""
    shown = found[:limit]
    return PostPage(tuple(map(letter, shown)), shown[-1].place if len(found) > limit else 0)


def letter(message: CityMessage) -> PostLetter:
    """One message."""
    values = msgspec.structs.asdict(message)
    values |= {"port": message.port.value, "state": message.state.value, "body": msgspec.json.decode(message.body)}
    return PostLetter(**values)


def _of(port: str, counts: Sequence[PostCount]) -> PortPost:
    by = {one.state: one for one in counts}
    waiting, dead, taken = (by.get(state) for state in (MessageState.WAITING, MessageState.DEAD, MessageState.TAKEN))
    return PortPost(
        port,
        waiting.messages if waiting else 0,
        taken.messages if taken else 0,
        dead.messages if dead else 0,
        waiting.oldest_at if waiting else 0,
    )
