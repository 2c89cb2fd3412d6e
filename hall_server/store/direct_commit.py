"""Commits without a loop: every piece of work is committed at once, for simulations, tools and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from hall_server.contract.problems import HallProblem
    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Transaction
    from hall_server.store.outcome import GroupStore, Outcome

T = TypeVar("T")


class Settled(Generic[T]):
    """A promise that is kept already."""

    def __init__(self, outcome: Outcome[T]) -> None:
        self._outcome = outcome

    def result(self) -> T:
        """The answer, or its refusal raised."""
        return self._outcome.get()

    def add_done_callback(self, fn: Callable[[Any], object], /) -> None:
        """Call at once: it is done."""
        fn(self)

    def __await__(self) -> Generator[Any, None, T]:
        yield from ()
        return self.result()


class DirectCommit:
    """A `seams.Commits` for one caller."""

    def __init__(self, store: GroupStore) -> None:
        self.announce: Callable[[Sequence[Change]], None] = lambda _: None
        self._store = store

    def submit(self, work: Callable[[Transaction], T | HallProblem], about: Sequence[str] = ()) -> Settled[T]:
        """Commit and settle."""
        del about
        outcomes, changes = self._store.run_many([work])
        self.announce(changes)
        return Settled(outcomes[0])
