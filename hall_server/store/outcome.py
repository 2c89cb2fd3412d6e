"""What becomes of the pieces of work that share a commit. Knows no database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


T = TypeVar("T")


class Outcome(NamedTuple, Generic[T]):
    """What became of one piece of work: its value, or the error to raise to whoever asked."""

    value: T | None
    error: Exception | None = None

    def get(self) -> T:
        """The value, or the error raised."""
        if self.error is not None:
            raise self.error
        return self.value  # type: ignore[return-value]  # without an error the value is what the work returned


class GroupStore(Protocol):
    """A store that commits several pieces of work together."""

    def run_many(self, works: Sequence[Any]) -> tuple[list[Outcome[Any]], list[Any]]:
        """Their outcomes in order, and what has changed in the hall, in order; each succeeds or fails alone.

        When the commit itself fails, nothing was changed and every outcome is HallProblem(store_unavailable).
        """


def attempt(tx: Any, work: Callable[[Any], Any], fatal: Callable[[Exception], bool]) -> Outcome[Any]:  # noqa: ANN401 - any dialect's
    """Run one command inside a group; whatever it raises is its own, unless it is fatal to the whole transaction."""
    tx.begin_command()
    try:
        value = work(tx)
    except Exception as error:
        if fatal(error):
            raise
        tx.undo()
        outcome = Outcome[Any](None, error)
    else:
        outcome = Outcome(None, value) if isinstance(value, HallProblem) else Outcome(value)
    tx.end_command()
    return outcome


def unavailable(works: Sequence[object]) -> list[Outcome[Any]]:
    """Nothing was stored; everybody may ask again."""
    return [Outcome(None, HallProblem(ProblemCode.STORE_UNAVAILABLE, retry_after_s=1)) for _ in works]
