"""Calls for help inside a transaction and beside it, for any dialect.

Changes are counted inside the transaction that writes: SQLite has one writer, PostgreSQL holds the hall's head.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.city.video import Speech
from hall_server.contract.help_calls import HelpCall, HelpState
from hall_server.domain.hall_state import Helped
from hall_server.store import statements_help as sql
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.store.prepared import Prepared, Value


class HelpRows(Driver):
    """See `help_calls.HelpRows`."""

    def help_call(self, call_id: str) -> HelpCall | None:
        row = self.one(sql.HELP_CALL, id=call_id)
        return help_call_of(row) if row else None

    def last_help_of(self, kiosk: str) -> HelpCall | None:
        row = self.one(sql.LAST_OF_KIOSK, kiosk=kiosk)
        return help_call_of(row) if row else None

    def put_help_call(self, call: HelpCall) -> HelpCall:
        newest = self.one(sql.NEWEST_HELP)
        call = msgspec.structs.replace(call, n=int(newest[0] or 0) + 1)
        values: dict[str, Value] = {**msgspec.structs.asdict(call), "hall_id": self.hall_id}
        self.run_with(sql.PUT_HELP_CALL, {**values, "speech": call.speech.value, "state": call.state.value})
        self.changes.append(Helped(call))
        return call

    def forget_help_calls(self, before: int) -> None:
        self.run(sql.FORGET_HELP_CALLS, before=before)


class HelpReading(ABC):
    """See `help_calls.HelpReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def help_call(self, call_id: str) -> HelpCall | None:
        rows = self.run(sql.HELP_CALL, id=call_id)
        return help_call_of(rows[0]) if rows else None

    def open_help_calls(self) -> list[HelpCall]:
        return [help_call_of(row) for row in self.run(sql.OPEN_CALLS)]

    def newest_help(self) -> int:
        return int(self.run(sql.NEWEST_HELP)[0][0] or 0)


def help_call_of(row: Sequence[Any]) -> HelpCall:
    """A row of `help_call`, all columns in the table's order."""
    (
        _, id_, n, kiosk, kiosk_name, place, page, speech, modes, at, state, by, looks, minutes, seen_at, coming_at,
        ended_at, presses,
    ) = row  # fmt: skip
    return HelpCall(
        id=id_,
        n=n,
        kiosk=kiosk,
        kiosk_name=kiosk_name,
        place=place,
        page=page,
        speech=Speech(speech),
        modes=modes,
        at=at,
        state=HelpState(state),
        by=by,
        looks=looks,
        minutes=minutes,
        seen_at=seen_at,
        coming_at=coming_at,
        ended_at=ended_at,
        presses=presses,
    )
