"""`kapok hall help list|seen|coming|done`: a greeter without a tablet answers calls from kiosks at a terminal.

Asks the hall that serves, over its API: only it can tell the kiosk at once. Knows no database.
"""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING

import click
import msgspec

from hall_server.commands.served import Served, asking
from hall_server.commands.shared import JSON, say
from hall_server.contract.help_calls import AnswerHelp, HelpCall, HelpCalls, HelpState

if TYPE_CHECKING:
    from pathlib import Path

_WORDS = {HelpState.CALLED: "nobody has seen it", HelpState.SEEN: "seen", HelpState.COMING: "coming"}


@click.group("help")
def help_calls() -> None:
    """Calls for help from kiosks: who waits, and the three answers of whoever comes.

    Asks a hall that serves, with a credential file of a counter key: kapok hall key new --role counter --out desk.toml
    """


@help_calls.command("list", epilog="\b\nExample:  kapok hall help list --key desk.toml")
@asking
@JSON
def list_calls(key_file: Path, server: str, *, as_json: bool) -> None:
    """Who waits for help, the longest first: where, in which language, who has seen it."""
    found = Served(key_file, server).ask("help", HelpCalls)
    lines = [_line(call) for call in found.calls]
    say(msgspec.to_builtins(found), "\n".join(lines) or "nobody waits for help", as_json=as_json)


def _answering(state: HelpState, told: str, *, minutes: bool = False) -> None:
    """One of the three answers as a command."""

    def answer(key_file: Path, server: str, call_id: str, by: str, *, as_json: bool, **more: int) -> None:
        served = Served(key_file, server)
        call = served.ask(f"help/{_whole(served, call_id)}/{state.value}", HelpCall, AnswerHelp(by, **more))
        say(msgspec.to_builtins(call), _line(call), as_json=as_json)

    answer.__doc__ = told
    wrapped = click.option("--by", default="", help="Your work number; not needed with a key bound to a counter.")(
        answer
    )
    if minutes:
        wrapped = click.option("--minutes", type=click.IntRange(1, 30), default=1, help="Until you are there.")(wrapped)
    example = f"  kapok hall help {state.value} 0f8fad5b --key desk.toml --by 0317"
    argument = click.argument("call_id", metavar="CALL")
    help_calls.command(state.value, epilog=f"\b\nExample:{example}")(asking(argument(JSON(wrapped))))


_answering(
    HelpState.SEEN, "Somebody has read a call; the kiosk shows it at once. The beginning of a CALL's id is enough."
)
_answering(HelpState.COMING, "Somebody is on the way; the kiosk shows who, and in how many minutes.", minutes=True)
_answering(HelpState.DONE, "Somebody has helped, or nobody needs it any more: the call is over.")


def _whole(served: Served, beginning: str) -> str:
    """The open call whose id begins so; what is long enough to be one is asked as it is."""
    if len(beginning) == len(str(uuid.UUID(int=0))):
        return beginning.lower()
    found = [call.id for call in served.ask("help", HelpCalls).calls]
    meant = [one for one in found if beginning and one.startswith(beginning.lower())]
    if len(meant) != 1:
        raise click.ClickException(f"{len(meant)} open calls begin with {beginning}: kapok hall help list")
    return meant[0]


def _line(call: HelpCall) -> str:
    waited = max(0, time.time_ns() // 1_000_000_000 - call.at // 1_000_000)
    where = " ".join(part for part in (call.kiosk_name or call.kiosk, call.place) if part)
    state = _WORDS.get(call.state, call.state.value) + (f" {call.by}" if call.by else "")
    spoken = f"{call.speech.value}{' ' + call.modes if call.modes else ''}"
    return f"{call.id[:8]}  {waited // 60:>3}:{waited % 60:02}  {where}  {call.page}  {spoken}  {state}"
