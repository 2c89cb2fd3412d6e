"""`kapok hall help list|seen|coming|done`: a greeter without a tablet answers calls from kiosks at a terminal.

Asks the hall that serves, over its API: only it can tell the kiosk at once. Knows no database.
"""

from __future__ import annotations

import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from hall_server.commands.shared import JSON, say
from hall_server.contract.help_calls import AnswerHelp, HelpCall, HelpCalls, HelpState
from hall_server.contract.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

T = TypeVar("T")
_WITHIN_S = 5.0
_WORDS = {HelpState.CALLED: "nobody has seen it", HelpState.SEEN: "seen", HelpState.COMING: "coming"}


@click.group("help")
def help_calls() -> None:
    """Calls for help from kiosks: who waits, and the three answers of whoever comes.

    Asks a hall that serves, with a credential file of a counter key: kapok hall key new --role counter --out desk.toml
    """


def _asking(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which hall is asked, and as whom."""
    key = click.option(
        "--key", "key_file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Credential file."
    )
    server = click.option("--server", default="", help="Address of the hall; else the one in the credential file.")
    return key(server(command))


@help_calls.command("list", epilog="\b\nExample:  kapok hall help list --key desk.toml")
@_asking
@JSON
def list_calls(key_file: Path, server: str, *, as_json: bool) -> None:
    """Who waits for help, the longest first: where, in which language, who has seen it."""
    found = _Served(key_file, server).ask("help", HelpCalls)
    lines = [_line(call) for call in found.calls]
    say(msgspec.to_builtins(found), "\n".join(lines) or "nobody waits for help", as_json=as_json)


def _answering(state: HelpState, told: str, *, minutes: bool = False) -> None:
    """One of the three answers as a command."""

    def answer(key_file: Path, server: str, call_id: str, by: str, *, as_json: bool, **more: int) -> None:
        served = _Served(key_file, server)
        call = served.ask(f"help/{served.whole(call_id)}/{state.value}", HelpCall, AnswerHelp(by, **more))
        say(msgspec.to_builtins(call), _line(call), as_json=as_json)

    answer.__doc__ = told
    wrapped = click.option("--by", default="", help="Your work number; not needed with a key bound to a counter.")(
        answer
    )
    if minutes:
        wrapped = click.option("--minutes", type=click.IntRange(1, 30), default=1, help="Until you are there.")(wrapped)
    example = f"  kapok hall help {state.value} 0f8fad5b --key desk.toml --by 0317"
    argument = click.argument("call_id", metavar="CALL")
    help_calls.command(state.value, epilog=f"\b\nExample:{example}")(_asking(argument(JSON(wrapped))))


_answering(
    HelpState.SEEN, "Somebody has read a call; the kiosk shows it at once. The beginning of a CALL's id is enough."
)
_answering(HelpState.COMING, "Somebody is on the way; the kiosk shows who, and in how many minutes.", minutes=True)
_answering(HelpState.DONE, "Somebody has helped, or nobody needs it any more: the call is over.")


class _Served:
    """A hall that serves, asked with a credential file; leaves with a sentence when there is no answer, or it is no."""

    def __init__(self, key_file: Path, server: str) -> None:
        from config.errors import ConfigError
        from config.kiosk_file import load_credential

        try:
            key = load_credential(key_file)
        except ConfigError as error:
            raise click.ClickException(str(error)) from None
        self._address = server or key.server
        if not self._address:
            raise click.UsageError("--server: the credential file names no hall's address")
        self._where = f"{self._address.rstrip('/')}/api/v1/halls/{key.hall}"
        self._headers = {"Authorization": f"Kapok {key.key_id}.{key.secret}"}

    def ask(self, path: str, shape: type[T], order: msgspec.Struct | None = None) -> T:
        """Read what stands there, or with an order have it done."""
        import httpx

        more: dict[str, Any] = {}
        if order is not None:
            headers = {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/json"}
            more = {"content": msgspec.json.encode(order), "headers": headers}
        try:
            with httpx.Client(trust_env=False, timeout=_WITHIN_S, headers=self._headers) as wire:
                return _read(wire.request("POST" if more else "GET", f"{self._where}/{path}", **more), shape)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            told = f"the hall at {self._address} does not answer: {type(error).__name__}"
            raise click.ClickException(told) from None

    def whole(self, beginning: str) -> str:
        """The open call whose id begins so; what is long enough to be one is asked as it is."""
        if len(beginning) == len(str(uuid.UUID(int=0))):
            return beginning.lower()
        found = [call.id for call in self.ask("help", HelpCalls).calls]
        meant = [one for one in found if beginning and one.startswith(beginning.lower())]
        if len(meant) != 1:
            raise click.ClickException(f"{len(meant)} open calls begin with {beginning}: kapok hall help list")
        return meant[0]


def _read(answer: httpx.Response, shape: type[T]) -> T:
    try:
        if answer.is_success:
            return msgspec.json.decode(answer.content, type=shape)
        problem = msgspec.json.decode(answer.content, type=Problem)
    except msgspec.DecodeError:
        raise click.ClickException(f"this is no hall's answer (HTTP {answer.status_code})") from None
    raise click.ClickException(f"{problem.code.value}: {problem.detail}" if problem.detail else problem.code.value)


def _line(call: HelpCall) -> str:
    waited = max(0, time.time_ns() // 1_000_000_000 - call.at // 1_000_000)
    where = " ".join(part for part in (call.kiosk_name or call.kiosk, call.place) if part)
    state = _WORDS.get(call.state, call.state.value) + (f" {call.by}" if call.by else "")
    spoken = f"{call.speech.value}{' ' + call.modes if call.modes else ''}"
    return f"{call.id[:8]}  {waited // 60:>3}:{waited % 60:02}  {where}  {call.page}  {spoken}  {state}"
