"""A hall that serves, asked from a terminal with a credential file: for what only a running server tells at once."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from hall_server.contract.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

T = TypeVar("T")
_WITHIN_S = 5.0


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which hall is asked, and as whom."""
    key = click.option(
        "--key", "key_file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Credential file."
    )
    server = click.option("--server", default="", help="Address of the hall; else the one in the credential file.")
    return key(server(command))


class Served:
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
        more: dict[str, Any] = {}
        if order is not None:
            headers = {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/json"}
            more = {"content": msgspec.json.encode(order), "headers": headers}
        return _read(self._answer("POST" if more else "GET", path, more), shape)

    def fetch(self, path: str) -> bytes:
        """What stands there, as it is."""
        answer = self._answer("GET", path, {})
        if not answer.is_success:
            raise _refused(answer)
        return answer.content

    def _answer(self, method: str, path: str, more: dict[str, Any]) -> httpx.Response:
        import httpx

        try:
            with httpx.Client(trust_env=False, timeout=_WITHIN_S, headers=self._headers) as wire:
                return wire.request(method, f"{self._where}/{path}", **more)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            told = f"the hall at {self._address} does not answer: {type(error).__name__}"
            raise click.ClickException(told) from None


def _read(answer: httpx.Response, shape: type[T]) -> T:
    if not answer.is_success:
        raise _refused(answer)
    try:
        return msgspec.json.decode(answer.content, type=shape)
    except msgspec.DecodeError:
        raise _no_hall(answer) from None


def _refused(answer: httpx.Response) -> click.ClickException:
    try:
        problem = msgspec.json.decode(answer.content, type=Problem)
    except msgspec.DecodeError:
        return _no_hall(answer)
    return click.ClickException(f"{problem.code.value}: {problem.detail}" if problem.detail else problem.code.value)


def _no_hall(answer: httpx.Response) -> click.ClickException:
    return click.ClickException(f"this is no hall's answer (HTTP {answer.status_code})")
