"""One writer, seen as one hall's store, or as the shared commits of many halls on one loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hall_server.store.postgres.gathering import GatheringCommit
from hall_server.store.postgres.writer import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hall_server.contract.problems import HallProblem
    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Promise, Transaction
    from hall_server.store.group_commit import Loop
    from hall_server.store.outcome import Outcome
    from hall_server.store.postgres.writer import PostgresWriter, Work

T = TypeVar("T")


class PostgresStore:
    """One hall of a writer, as `group_commit` knows a store."""

    def __init__(self, writer: PostgresWriter, hall_id: str) -> None:
        self._writer = writer
        self._hall = hall_id
        writer.follow(hall_id)

    def close(self) -> None:
        """Give the database back."""
        self._writer.close()

    def run(self, work: Callable[[Transaction], T | HallProblem]) -> T:
        """Do one piece of work in a transaction and commit it (see seams.Store)."""
        outcomes, _ = self.run_many([work])
        return outcomes[0].get()  # type: ignore[no-any-return]  # one work, one outcome of its type

    def run_many(self, works: Sequence[Work]) -> tuple[list[Outcome[Any]], list[Change]]:
        """See `outcome.GroupStore`; the changes begin with what other processes did."""
        outcomes, changes = self._writer.run_group([Asked(self._hall, work) for work in works])
        return outcomes, changes.get(self._hall, [])

    def look(self) -> list[Change]:
        """What other processes changed meanwhile."""
        return self._writer.look().get(self._hall, [])


class HallCommits:
    """A `seams.Commits` for one of many halls."""

    def __init__(self, group: GatheringCommit, hall_id: str) -> None:
        self.announce: Callable[[Sequence[Change]], None] = lambda _: None
        self._group = group
        self._hall = hall_id

    def submit(self, work: Callable[[Transaction], T | HallProblem], about: Sequence[str] = ()) -> Promise[T]:
        """Take work in; it shares a commit with whatever comes from other halls at that moment."""
        return self._group.put(Asked(self._hall, work, about))


class ManyHalls:
    """The halls that one process serves on one database: one thread, one connection, one commit for all that waits."""

    def __init__(self, writer: PostgresWriter, loop: Loop, halls: Iterable[str]) -> None:
        """From now on what others do in these halls is announced. LookupError when one is not there."""
        self._writer = writer
        halls = list(halls)
        for hall in halls:  # before the thread begins, whose connection it is then
            writer.follow(hall)
        self._group = GatheringCommit(self, loop, look=self._look)
        self._group.announce = self._announce
        self._halls = {hall: HallCommits(self._group, hall) for hall in halls}

    def of(self, hall_id: str) -> HallCommits:
        """The commits of one of the halls."""
        return self._halls[hall_id]

    def close(self) -> None:
        """Commit what is waiting and give the database back."""
        self._group.close()
        self._writer.close()

    def run_many(self, works: Sequence[Asked]) -> tuple[list[Outcome[Any]], list[tuple[str, list[Change]]]]:
        """See `outcome.GroupStore`; the changes by hall."""
        outcomes, changes = self._writer.run_group(works)
        return outcomes, [(hall, found) for hall, found in changes.items() if found]

    def _look(self) -> list[tuple[str, list[Change]]]:
        return [(hall, found) for hall, found in self._writer.look().items() if found]

    def _announce(self, changes: Sequence[tuple[str, list[Change]]]) -> None:
        for hall, found in changes:
            self._halls[hall].announce(found)
