"""`kapok hall` and `kapok db`: create a hall, serve it, give out keys, prove its history.

Words in, words out; no rules.
"""

from __future__ import annotations

import os
import re
import secrets
import socket
import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from config.site import Site
    from hall_server.domain.hall_state import ApiKey
    from hall_server.store.sqlite_store import SqliteReader

_DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the hall's database."
)
_SITE = click.option(
    "--site", "site_file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The site file (TOML)."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for scripts.")
_PSEUDONYM_KEY = "pseudonym.key"
_NAME = re.compile(r"[0-9A-Za-z_-]{1,32}")
_PIN_LENGTH = (4, 12)


@click.group()
def hall() -> None:
    r"""The hall server.

    \b
    A hall from nothing to the first number:
      kapok hall pin                                    hash a clerk's PIN for the site file
      kapok hall check --site hall.toml                 is the site file right?
      kapok hall init  --site hall.toml --data hall/    make the database
      kapok hall key new --data hall/ --role kiosk --name K1 --kiosk K1 --out K1.toml
      kapok hall serve --site hall.toml --data hall/    and go
    """


@click.group()
def db() -> None:
    r"""The hall's database.

    \b
      kapok db verify  --data hall/    prove the history: hash chain and replay
      kapok db migrate --data hall/    bring the tables up to this program
    """


@hall.command()
@_SITE
@_JSON
def check(site_file: Path, as_json: bool) -> None:
    r"""Read a site file and say what is in it, or what is wrong with it: file, key, what was expected.

    \b
    Example:  kapok hall check --site config/sites/demo.toml
    """
    site = _site(site_file)
    found = {"hall": site.hall.id, "counters": len(site.counter), "queues": len(site.queue), "items": len(site.item)}
    _say(found, as_json, f"{site_file}: {site.hall.name}, " + ", ".join(f"{n} {k}" for k, n in list(found.items())[1:]))


@hall.command()
@_DATA
@_SITE
@_JSON
def init(data: Path, site_file: Path, as_json: bool) -> None:
    r"""Make a hall's database, its first incarnation and the secret that pseudonyms are made with.

    Refuses to touch a folder that has one already.

    \b
    Example:  kapok hall init --site config/sites/demo.toml --data /var/lib/kapok
    """
    from hall_server.store.create import create_hall

    site = _site(site_file)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    incarnation = str(uuid.uuid4())
    try:
        create_hall(data, site.hall.id, incarnation, _now())
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; a hall is made once") from None
    _write_private(data / _PSEUDONYM_KEY, secrets.token_hex(32) + "\n")
    _say({"hall": site.hall.id, "incarnation": incarnation}, as_json, f"hall {site.hall.id} made in {data}")


@hall.command()
@_DATA
@_SITE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
@click.option(
    "--commits",
    type=click.Choice(["measured", "inline", "thread"]),
    default="measured",
    show_default=True,
    help="Where commits run; measured = inline when this disk's fsync takes under 1 ms.",
)
@click.option("--api-only", is_flag=True, help="Serve machines only, no boards and consoles.")
def serve(data: Path, site_file: Path, *, host: str, port: int, commits: str, api_only: bool) -> None:
    r"""Serve a hall until SIGTERM or Ctrl-C. Prints `listening on http://…` when it is ready.

    \b
    Example:  kapok hall serve --site config/sites/demo.toml --data /var/lib/kapok --port 8080
    """
    from hall_server.app import Settings, run

    site = _site(site_file)
    _same_hall(data, site)
    threaded = {"measured": None, "inline": False, "thread": True}[commits]
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror}") from None
        run(Settings(data=data, site=site, threaded=threaded, pages=not api_only), listener)


@hall.group()
def key() -> None:
    r"""Keys of machines: what a kiosk, a board or a console shows the hall to be let in.

    \b
    Roles: kiosk   takes tickets and says what became of the slip
           board   reads the hall and its events
           counter calls, serves, completes
           admin   everything
    """


@key.command("new")
@_DATA
@click.option("--role", type=click.Choice(["kiosk", "board", "counter", "admin"]), required=True)
@click.option("--name", required=True, help="What the machine is called, such as K1.")
@click.option("--kiosk", "kiosk_id", default="", help="The kiosk of the site file that it is bound to.")
@click.option("--counter", type=click.IntRange(1, 999), default=None, help="The counter it is bound to; else any.")
@click.option("--server", default="", help="Address to write into the credential, such as http://10.0.0.5:8080.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write a credential file (TOML, 0600).")
@_JSON
def key_new(
    data: Path,
    *,
    role: str,
    name: str,
    kiosk_id: str,
    counter: int | None,
    server: str,
    out: Path | None,
    as_json: bool,
) -> None:
    r"""Make a key. The secret is shown once and kept nowhere; the hall knows only its hash.

    \b
    Examples:
      kapok hall key new --data hall/ --role kiosk --name K1 --kiosk K1 --out K1.toml
      kapok hall key new --data hall/ --role counter --name C3 --counter 3
    """
    from hall_server.contract.vocabulary import Role
    from hall_server.store.keys import make_key

    if not _NAME.fullmatch(name) or (kiosk_id and not _NAME.fullmatch(kiosk_id)):
        raise click.UsageError("--name and --kiosk take letters, digits, - and _, at most 32")
    if (counter and role != "counter") or (kiosk_id and role != "kiosk"):
        raise click.UsageError("--counter goes with --role counter, --kiosk with --role kiosk")
    if out is not None and out.exists():
        raise click.ClickException(f"{out} is there already")
    hall_id, place = _hall_in(data), str(counter or "") or kiosk_id
    key_id, secret = make_key(_file(data), hall_id, Role(role), name, place=place, at=_now())
    credential = {"server": server, "hall": hall_id, "key_id": key_id, "secret": secret}
    if role == "kiosk":
        credential["pseudonym_key"] = (data / _PSEUDONYM_KEY).read_text().strip()
    credential = {word: value for word, value in credential.items() if value}
    if out is None:
        _say(credential, as_json, _toml(credential))
        return
    _write_private(out, _toml(credential) + "\n")
    _say({"key_id": key_id, "file": str(out)}, as_json, f"key {key_id} written to {out}")


@key.command("list")
@_DATA
@_JSON
def key_list(data: Path, as_json: bool) -> None:
    r"""All keys, revoked ones too; no secrets.

    \b
    Example:  kapok hall key list --data hall/
    """
    keys = [_told(one) for one in _reader(data).api_keys()]
    lines = [f"{k['key_id']}  {k['role']:<8}{k['name']:<12}{k['place'] or '-':<6}{k['state']}" for k in keys]
    _say(keys, as_json, "\n".join(lines) or "no keys yet: kapok hall key new --help")


@key.command("revoke")
@_DATA
@click.argument("key_id")
def key_revoke(data: Path, key_id: str) -> None:
    r"""Shut a key out, from its next request on.

    \b
    Example:  kapok hall key revoke --data hall/ 3f9a1c22d0
    """
    from hall_server.store.keys import revoke_key

    if not revoke_key(_file(data), _hall_in(data), key_id, _now()):
        raise click.ClickException(f"no such key, or revoked already: {key_id}")
    click.echo(f"key {key_id} revoked")


@hall.command()
def pin() -> None:
    r"""Hash a clerk's PIN (4 to 12 digits) for `pin_hash` in the site file: asks twice, or reads one line from a pipe.

    \b
    Example:  kapok hall pin
    """
    import argon2

    piped = not sys.stdin.isatty()
    word = sys.stdin.readline().strip() if piped else click.prompt("PIN", hide_input=True, confirmation_prompt=True)
    if not (word.isascii() and word.isdigit() and _PIN_LENGTH[0] <= len(word) <= _PIN_LENGTH[1]):
        raise click.ClickException("a PIN is 4 to 12 digits")
    click.echo(argon2.PasswordHasher().hash(word))


@db.command("verify")
@_DATA
@_JSON
def db_verify(data: Path, as_json: bool) -> None:
    r"""Prove the history: every event in the hash chain, and the ticket rows equal to what the events say.

    Exits 1 when something was changed or lost. Works beside a running hall.

    \b
    Example:  kapok db verify --data /var/lib/kapok
    """
    import msgspec

    from hall_server.store.verify import verify

    report = verify(_reader(data), _hall_in(data))
    whole = f"{report.events} events, {report.tickets} tickets: whole"
    _say(msgspec.to_builtins(report), as_json, "\n".join(report.findings) or whole)
    if report.findings:
        sys.exit(1)


@db.command("migrate")
@_DATA
@_JSON
def db_migrate(data: Path, as_json: bool) -> None:
    r"""Bring the tables up to this program. Stop the hall first.

    \b
    Example:  kapok db migrate --data /var/lib/kapok
    """
    from hall_server.store.migrate import migrate

    before, after = migrate(_file(data))
    told = "nothing to do" if before == after else f"was {before}"
    _say({"before": before, "after": after}, as_json, f"tables at {after}, {told}")


def _site(path: Path) -> Site:
    from config.errors import ConfigError
    from config.site import load_site

    try:
        return load_site(path)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


def _file(data: Path) -> Path:
    from hall_server.store.sqlite_store import FILE_NAME

    path = data / FILE_NAME
    if not path.exists():
        raise click.ClickException(f"no hall in {data}: make one with `kapok hall init`")
    return path


def _hall_in(data: Path) -> str:
    from hall_server.store.create import halls_in

    _file(data)
    return halls_in(data)[0]


def _same_hall(data: Path, site: Site) -> None:
    from hall_server.store.migrate import newest_revision, revision

    if (there := _hall_in(data)) != site.hall.id:
        raise click.ClickException(f"{data} holds hall {there}, the site file is for {site.hall.id}")
    if (stands := revision(_file(data))) != newest_revision():
        raise click.ClickException(f"tables at {stands}, this program needs {newest_revision()}: kapok db migrate")


def _reader(data: Path) -> SqliteReader:
    from hall_server.store.sqlite_store import SqliteReader

    return SqliteReader(_file(data), _hall_in(data))


def _told(one: ApiKey) -> dict[str, str]:
    state = "revoked" if one.revoked_at else "valid"
    return {"key_id": one.id, "role": one.role.value, "name": one.name, "place": one.place, "state": state}


def _toml(words: dict[str, str]) -> str:
    return "\n".join(f'{word} = "{value}"' for word, value in words.items())


def _write_private(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def _say(found: object, as_json: bool, words: str) -> None:
    import msgspec

    click.echo(msgspec.json.encode(found).decode() if as_json else words)


def _now() -> int:
    return time.time_ns() // 1000
