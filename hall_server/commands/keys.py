"""`kapok hall key new|list|revoke`: keys of machines."""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, now, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hall_server.commands.home import Home
    from hall_server.domain.hall_state import ApiKey

_SERVER = re.compile(r"https?://[0-9A-Za-z.:_\[\]/-]+")
_NAME = re.compile(r"[0-9A-Za-z_-]{1,32}")


@click.group(
    epilog=(
        "\b\nRoles: kiosk   takes tickets and says what became of the slip\n"
        "       board   reads the hall and its events\n"
        "       counter calls, serves, completes\n"
        "       admin   everything\n"
    )
)
def key() -> None:
    """Keys of machines: what a kiosk, a board or a console shows the hall to be let in."""


@key.command(
    "new",
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall key new --data hall/ --role kiosk --name K1 --kiosk K1 --out K1.toml\n"
        "  kapok hall key new --data hall/ --role counter --name C3 --counter 3\n"
    ),
)
@at_home_of
@click.option("--role", type=click.Choice(["kiosk", "board", "counter", "peer", "admin"]), required=True)
@click.option("--name", required=True, help="What the machine is called, such as K1.")
@click.option("--kiosk", "kiosk_id", default="", help="The kiosk of the site file that it is bound to.")
@click.option("--counter", type=click.IntRange(1, 999), default=None, help="The counter it is bound to; else any.")
@click.option("--server", default="", help="Address to write into the credential, such as http://10.0.0.5:8080.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write a credential file (TOML, 0600).")
@JSON
def key_new(
    home: Home,
    *,
    role: str,
    name: str,
    kiosk_id: str,
    counter: int | None,
    server: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Make a key. The secret is shown once and kept nowhere; the hall knows only its hash."""
    from hall_server.contract.vocabulary import Role
    from hall_server.store.keys import make_key

    if not _NAME.fullmatch(name) or (kiosk_id and not _NAME.fullmatch(kiosk_id)):
        raise click.UsageError("--name and --kiosk take letters, digits, - and _, at most 32")
    if (counter and role != "counter") or (kiosk_id and role != "kiosk"):
        raise click.UsageError("--counter goes with --role counter, --kiosk with --role kiosk")
    if server and not _SERVER.fullmatch(server):
        raise click.UsageError("--server takes an address such as http://10.0.0.5:8080")
    hall_id, place = home.hall(), str(counter or "") or kiosk_id
    pseudonym_key = _pseudonym_key(home.private) if role == "kiosk" else ""
    with _written(out) as write:  # the target first, the key last: a key that nobody holds would only lie about
        key_id, secret = make_key(home.where, hall_id, Role(role), name, place=place, at=now())
        credential = {"server": server, "hall": hall_id, "key_id": key_id, "secret": secret}
        credential |= {"pseudonym_key": pseudonym_key}
        credential = {word: value for word, value in credential.items() if value}
        write(_toml(credential) + "\n")
    if out is None:
        say(credential, _toml(credential), as_json=as_json)
        return
    say({"key_id": key_id, "file": str(out)}, f"key {key_id} written to {out}", as_json=as_json)


@key.command("list", epilog="\b\nExample:  kapok hall key list --data hall/")
@at_home_of
@JSON
def key_list(home: Home, *, as_json: bool) -> None:
    """All keys, revoked ones too; no secrets."""
    keys = [_told(one) for one in home.reader().api_keys()]
    lines = [f"{k['key_id']}  {k['role']:<8}{k['name']:<12}{k['place'] or '-':<6}{k['state']}" for k in keys]
    say(keys, "\n".join(lines) or "no keys yet: kapok hall key new --help", as_json=as_json)


@key.command("revoke", epilog="\b\nExample:  kapok hall key revoke --data hall/ 3f9a1c22d0")
@at_home_of
@click.argument("key_id")
def key_revoke(home: Home, key_id: str) -> None:
    """Shut a key out, from its next request on."""
    from hall_server.store.keys import revoke_key

    if not revoke_key(home.where, home.hall(), key_id, now()):
        raise click.ClickException(f"no such key, or revoked already: {key_id}")
    click.echo(f"key {key_id} revoked")


def _told(one: ApiKey) -> dict[str, str]:
    state = "revoked" if one.revoked_at else "valid"
    return {"key_id": one.id, "role": one.role.value, "name": one.name, "place": one.place, "state": state}


def _pseudonym_key(path: Path) -> str:
    try:
        return path.read_text().strip()
    except (OSError, UnicodeDecodeError):
        raise click.ClickException(f"{path} cannot be read; kiosks of this hall need it: restore a backup") from None


@contextmanager
def _written(out: Path | None) -> Iterator[Callable[[str], object]]:
    """A new file that only its owner reads, made before anything else and taken away again when that fails."""
    if out is None:
        yield lambda _: None
        return
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.ClickException(f"{out} is there already") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror}") from None
    with os.fdopen(handle, "w") as made:
        try:
            yield made.write
        except BaseException:
            out.unlink()
            raise


def _toml(words: dict[str, str]) -> str:
    return "\n".join(f"{word} = {json.dumps(value)}" for word, value in words.items())  # a basic string is JSON's
