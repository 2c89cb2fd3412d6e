"""Exactly once (definitions.md 8): the first answer to an idempotency key is kept in the command's own transaction.

A refusal is an answer too. The same key with another body is refused, because it is somebody's mistake. A key whose
first answer is still being made is the business of `InFlight`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

import msgspec

from hall_server.contract.problems import STATUS, HallProblem, Problem, ProblemCode
from hall_server.flows.caller import Caller

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Promise, Transaction

T = TypeVar("T")
_OK = 200


class Request(msgspec.Struct, frozen=True):
    """A command as it came in: its key, the verb, what it is about, who asks, and the body."""

    key: str
    verb: str
    target: str
    caller: Caller
    order: msgspec.Struct

    def fingerprint(self) -> bytes:
        """What makes two requests the same: everything but the key."""
        return hashlib.sha256(msgspec.json.encode((self.verb, self.target, self.caller, self.order))).digest()


def once(
    tx: Transaction, request: Request, at: int, shape: type[T], answer: Callable[[Transaction], T]
) -> T | HallProblem:
    """The answer, made now or kept from the first time; a refusal is returned, not raised, so that it is kept."""
    key, said = request.key, request.fingerprint()
    kept = tx.answered(key)
    if kept is not None:
        if kept.fingerprint != said:
            return HallProblem(ProblemCode.IDEMPOTENCY_KEY_REUSED, "the key belongs to another request")
        if kept.status != _OK:
            return refusal_of(msgspec.json.decode(kept.body, type=Problem))
        return msgspec.json.decode(kept.body, type=shape)
    try:
        reply = answer(tx)
    except HallProblem as problem:
        tx.undo()
        tx.keep_answer(key, said, STATUS[problem.code], msgspec.json.encode(problem.problem()), at)
        return problem
    tx.keep_answer(key, said, _OK, msgspec.json.encode(reply), at)
    return reply


def refusal_of(document: Problem) -> HallProblem:
    """A kept problem document as the refusal it was."""
    return HallProblem(
        document.code,
        document.detail,
        field=document.field,
        retry_after_s=document.retry_after_s,
        referral=document.referral,
    )


class InFlight:
    """The keys whose first answer is on its way."""

    def __init__(self) -> None:
        self._keys: set[str] = set()

    def enter(self, key: str) -> None:
        """Take a key in, or refuse it with idempotency_key_in_flight."""
        if key in self._keys:
            raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT, retry_after_s=0.2)
        self._keys.add(key)

    def leave_with(self, key: str, promise: Promise[T]) -> Promise[T]:
        """Let the key go when the promise is settled."""
        promise.add_done_callback(lambda _: self._keys.discard(key))
        return promise
