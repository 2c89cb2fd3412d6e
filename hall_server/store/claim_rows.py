"""Claims of signed codes inside a transaction, for any dialect."""

from __future__ import annotations

from hall_server.domain.code_claims import CodeClaim
from hall_server.store import statements_city as sql
from hall_server.store.driver import Driver


class ClaimRows(Driver):
    """See `code_claims.ClaimRows`."""

    def code_claim(self, code: str) -> CodeClaim | None:
        row = self.one(sql.CLAIM, code=code)
        return CodeClaim(*row) if row else None

    def add_code_claim(self, claim: CodeClaim) -> None:
        self.run(sql.NEW_CLAIM, **claim._asdict())

    def forget_code_claims(self, before: int) -> None:
        self.run(sql.FORGET_CLAIMS, before=before)
