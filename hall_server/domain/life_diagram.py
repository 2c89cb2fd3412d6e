"""The picture of a ticket's life for the docs, drawn from the table in `moves`. Knows no files."""

from __future__ import annotations

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.moves import BIRTHS, ENDED, TABLE, UNDOABLE, When

STATES_ZH = {
    TicketState.RESERVED: "已留号",
    TicketState.UNCONFIRMED: "未确认",
    TicketState.WAITING: "等候",
    TicketState.CALLED: "已叫号",
    TicketState.SERVING: "办理中",
    TicketState.HELD: "挂起",
    TicketState.NO_SHOW: "过号",
    TicketState.COMPLETED: "办结",
    TicketState.CANCELLED: "弃号",
    TicketState.VOID: "作废",
    TicketState.EXPIRED: "过期",
}
CONDITIONS = {
    When.ALWAYS: "",
    When.SLIP_OUT: "paper or screen",
    When.SLIP_VOID: "printer said no",
    When.SLIP_UNKNOWN: "cannot tell, or 90 s without a word",
    When.UNCONFIRMED: "never confirmed",
    When.UNCONFIRMED_VOID: "never confirmed, printer said no",
    When.VOID_BY_SILENCE: "burnt by silence, now a slip is there",
    When.MISSED_BEFORE: "for the second time",
    When.BY_STAFF: "by staff, until the day is over",
    When.DAY_OVER: "the hall closes its day",
    When.BEFORE_IT: "within the undo time, by the clerk who made the last move",
}


def document() -> str:
    """docs/ticket-life.md: a state diagram of what moves a ticket to another state, and the whole table."""
    undoable = ", ".join(f"`{move}`" for move in Move if move in UNDOABLE)
    parts = (
        "# The life of a ticket 号",
        "Drawn from `hall_server/domain/moves.py`; a test fails when they differ.",
        "\n".join(_diagram()),
        f"Undo brings a ticket back to where the last move found it, if that was one of {undoable}.",
        "\n".join(_table()),
    )
    return "\n\n".join(parts) + "\n"


def _diagram() -> list[str]:
    named = [f"    {state}: {state} {zh}" for state, zh in STATES_ZH.items()]
    born = [f"    [*] --> reserved: {move}" for move in Move if move in BIRTHS]
    born += [
        f"    [*] --> {state}: take (without the hall, slip known)" for state in ("waiting", "unconfirmed", "void")
    ]
    arrows = dict.fromkeys(
        f"    {line.state} --> {line.target}: {_label(line.move, line.when)}"
        for line in TABLE
        if line.target not in {None, line.state}
    )
    ends = [f"    {state} --> [*]" for state in TicketState if state in ENDED]
    return ["```mermaid", "stateDiagram-v2", *named, *born, *arrows, *ends, "```"]


def _label(move: Move, when: When) -> str:
    return f"{move} ({CONDITIONS[when]})" if CONDITIONS[when] else f"{move}"


def _table() -> list[str]:
    head = ["| state | move | when | becomes |", "|---|---|---|---|"]
    rows = [
        f"| {line.state} | {line.move} | {CONDITIONS[line.when]} | {line.target or 'what it was before'} |"
        for line in TABLE
    ]
    return head + rows
