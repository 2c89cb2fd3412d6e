"""The hall's post to its city: what is due is taken out, carried by somebody, and what came of it is written down.

Every step is a commit of its own. Whoever takes messages out holds them for a while only: a process that dies with them
has lost nothing, somebody sends them again, and the city knows them by their ids. Knows no network and no threads.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.city.post import KEPT_S, SECOND, CityMessage, MessageState, not_now, once_more, refused, taken
from hall_server.flows.city_follow import Follower

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.city.carrier import Carried
    from hall_server.contract.city.ports import PortName
    from hall_server.domain.city.seams import PostCount
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.here import Here
    from hall_server.flows.notice_desk import NoticeDesk

AT_ONCE = 20  # messages that one carrier takes out
HELD_S = 60  # longer than so many exchanges with a slow city may take; then they are anybody's again
_TIDY_S = 600
_log = logging.getLogger("kapok.city")


class CityPost:
    """One hall's post. `ports`: the platforms that there are; for others nothing is written."""

    def __init__(
        self,
        here: Here,
        commits: Commits,
        reader: Reader,
        ports: Sequence[PortName],
        notices: NoticeDesk | None = None,
    ) -> None:
        self.ports = tuple(ports)
        self._here = here
        self._commits = commits
        self._reader = reader
        self._follower = Follower(here, reader, self.ports, notices)
        self._notices = notices
        self._tidied = 0

    # -- the carrier's side ----------------------------------------------------------------------------------------

    def begin(self) -> Promise[None]:
        """Once, before the first `follow`."""
        return self._commits.submit(self._follower.begin)

    def follow(self) -> Promise[int] | None:
        """Write what happened since the last time; None: nothing did. How many messages it became."""
        tickets, bookings = self._follower.look()
        if not tickets and not bookings:
            return None
        return self._commits.submit(lambda tx: self._follower.tell(tx, tickets, bookings))

    def is_due(self, port: PortName) -> bool:
        """Whether there is something to carry now."""
        return self._reader.is_post_due(port, self._here.clock.now())

    def take_out(self, port: PortName) -> Promise[list[CityMessage]]:
        """The next messages for a platform, held for whoever asked."""
        at = self._here.clock.now()

        def work(tx: Transaction) -> list[CityMessage]:
            messages = tx.due_messages(port, at, AT_ONCE)
            for message in messages:
                tx.put_city_message(msgspec.structs.replace(message, due_at=at + HELD_S * SECOND))
            return messages

        return self._commits.submit(work)

    def filled(self, message: CityMessage) -> bytes | None:
        """The body as it is sent: with what stands in no row. None: it cannot be any more. Any thread may ask."""
        return self._notices.filled(message) if self._notices else message.body

    def settle(self, answers: Sequence[Carried]) -> Promise[None]:
        """What came of the messages that were taken out."""
        at = self._here.clock.now()

        def work(tx: Transaction) -> None:
            for answer in answers:
                now = tx.city_message(answer.message.id)
                if now is not None and now.state is MessageState.WAITING:  # else another carrier was quicker
                    tx.put_city_message(_after(now, answer, at))

        for answer in answers:
            if answer.final:
                one = answer.message
                _log.warning("port=%s message=%s refused why=%s", one.port.value, one.id, answer.why)
        return self._commits.submit(work)

    def tidy(self) -> Promise[None] | None:
        """Now and then: forget what was taken long ago."""
        steady, at = self._here.clock.steady(), self._here.clock.now()
        if self._tidied and steady - self._tidied < _TIDY_S * SECOND:
            return None
        self._tidied = steady
        return self._commits.submit(lambda tx: tx.forget_taken(at - KEPT_S * SECOND))

    # -- for people ------------------------------------------------------------------------------------------------

    def counts(self) -> list[PostCount]:
        """What lies in the post."""
        return self._reader.post_counts()

    def page(self, port: str, state: str, after: int, limit: int) -> list[CityMessage]:
        """Messages in the order of writing."""
        return self._reader.city_messages(port, state, after, limit)

    def send_again(self, message_id: str) -> Promise[CityMessage]:
        """Replay a dead letter; of others nothing changes. Raises HallProblem(not_found)."""
        at = self._here.clock.now()

        def work(tx: Transaction) -> CityMessage:
            message = tx.city_message(message_id)
            if message is None:
                raise HallProblem(ProblemCode.NOT_FOUND, "no such message, or it was taken long ago")
            again = once_more(message, at)
            tx.put_city_message(again)
            return again

        return self._commits.submit(work)


def _after(message: CityMessage, answer: Carried, at: int) -> CityMessage:
    if not answer.why:
        return taken(message, at)
    if answer.final:
        return refused(message, answer.why, at)
    return not_now(message, answer.why, at, answered=answer.answered, after_s=answer.after_s)
