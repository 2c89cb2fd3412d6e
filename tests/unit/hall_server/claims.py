"""Claims of signed codes by the hall's own rule, on rows in memory: for kiosks that are tried without a hall."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from hall_server.flows.claim_code import CodeClaims
from tests.unit.hall_server.halls import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.code_claims import CodeClaim
    from hall_server.domain.records import Record


class _Rows:
    """What the rule asks of a transaction."""

    def __init__(self) -> None:
        self.claims: dict[str, CodeClaim] = {}
        self.records: list[Record] = []

    def code_claim(self, code: str) -> CodeClaim | None:
        return self.claims.get(code)

    def add_code_claim(self, claim: CodeClaim) -> None:
        self.claims[claim.code] = claim

    def forget_code_claims(self, before: int) -> None:
        self.claims = {code: one for code, one in self.claims.items() if one.at >= before}

    def records_about(self, about: str) -> list[Record]:
        return [one for one in self.records if one.about == about]

    def add_record(self, record: Record) -> Record:
        self.records.append(record)
        return record

    def submit(self, work: Callable[[Any], Any], about: object = ()) -> Future[Any]:
        del about
        done: Future[Any] = Future()
        done.set_result(work(self))
        return done


class MemoryClaims(CodeClaims):
    """The claims of a hall that is not there."""

    def __init__(self) -> None:
        self.rows = _Rows()
        super().__init__(HandClock(), self.rows)

    def __len__(self) -> int:
        return len(self.rows.claims)
