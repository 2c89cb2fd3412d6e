"""`kapok hall tls new|renew|show`: the hall's own certificate authority, and certificates for its servers."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, say, write_private

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.app.authority import Pair
    from hall_server.app.certificates import Tls
    from hall_server.commands.home import Home

FOLDER = "tls"
_NAME = re.compile(r"[0-9A-Za-z]([0-9A-Za-z.:-]{0,251}[0-9A-Za-z])?")
_NAMES = click.option(
    "--name", "names", multiple=True, help="A name or address of the server, as kiosks and browsers call it; several."
)
_WARN, _FAULT = 1, 2


@click.group()
def tls() -> None:
    """Certificates for halls where no public authority gives any: one authority for the hall, one for each server."""


@tls.command("new", epilog="\b\nExample:  kapok hall tls new --data hall/ --name kapok.hall --name 10.0.0.5\n")
@at_home_of
@_NAMES
@JSON
def tls_new(home: Home, *, names: tuple[str, ...], as_json: bool) -> None:
    """Make the authority, if there is none yet, and a server's certificate: 397 days, in the folder tls of the hall."""
    from config.durable import make_folder
    from hall_server.app.authority import new_authority, utc_now

    if not names or not all(_NAME.fullmatch(name) for name in names):
        raise click.UsageError("--name takes names and addresses such as kapok.hall or 10.0.0.5, at least one")
    folder, hall_id = home.folder / FOLDER, home.hall()
    make_folder(folder, 0o700)
    if not (folder / "authority.key").exists():
        made = new_authority(hall_id, utc_now())
        _put(folder / "authority.pem", made.certificate)
        _put(folder / "authority.key", made.key)
    _renew(folder, names)
    _tell(folder, as_json=as_json)


@tls.command("renew", epilog="\b\nExample:  kapok hall tls renew --data hall/        # from a timer\n")
@at_home_of
@click.option("--now", "at_once", is_flag=True, help="Also when the certificate is still good for more than a month.")
@JSON
def tls_renew(home: Home, *, at_once: bool, as_json: bool) -> None:
    """Another certificate for the same names, under the same authority. A hall that serves takes it up by itself."""
    from hall_server.app.authority import RENEW_DAYS, standing, utc_now

    folder = home.folder / FOLDER
    stands = standing(_read(folder / "server.pem"))
    if at_once or stands.days_left(utc_now()) < RENEW_DAYS:
        _renew(folder, stands.names)
    _tell(folder, as_json=as_json)


@tls.command("show", epilog="\b\nExample:  kapok hall tls show --data hall/\n")
@at_home_of
@JSON
def tls_show(home: Home, *, as_json: bool) -> None:
    """Fingerprints and how long they last. Exit code 1 within a month of an end, 2 behind it."""
    left = _tell(home.folder / FOLDER, as_json=as_json)
    from hall_server.app.authority import RENEW_DAYS

    if left < RENEW_DAYS:
        sys.exit(_FAULT if left < 0 else _WARN)


def tls_of(home: Home, certificate: Path | None, key: Path | None, *, own: bool) -> Tls | None:
    """What `kapok hall serve` was told: files of somebody else's, the hall's own, or none."""
    from hall_server.app.certificates import Tls

    if bool(certificate) != bool(key) or (own and certificate):
        raise click.UsageError("--tls-certificate and --tls-key go together, and without --tls")
    if certificate and key:
        return Tls(certificate, key)
    if not own:
        return None
    folder = home.folder / FOLDER
    return Tls(folder / "server.pem", folder / "server.key", _read(folder / "authority.pem").decode())


def _renew(folder: Path, names: tuple[str, ...]) -> None:
    from hall_server.app.authority import Pair, new_server, utc_now

    authority = Pair(_read(folder / "authority.key"), _read(folder / "authority.pem"))
    try:
        made: Pair = new_server(authority, names, utc_now())
    except ValueError as error:
        raise click.ClickException(f"{folder / 'authority.key'} cannot be used: {error}") from None
    for name, words in (("server.key", made.key), ("server.pem", made.certificate)):
        _put(folder / f"{name}.new", words)
    for name in ("server.key", "server.pem"):
        (folder / f"{name}.new").replace(folder / name)


def _put(path: Path, words: bytes) -> None:
    path.unlink(missing_ok=True)  # what a try before left behind
    write_private(path, words.decode())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise click.ClickException(f"no {path}: make it with `kapok hall tls new`") from None


def _tell(folder: Path, *, as_json: bool) -> int:
    """Say both; the days that are left of the shorter one."""
    from hall_server.app.authority import AUTHORITY_DAYS, standing, utc_now

    now, told = utc_now(), {}
    shortest, lines = AUTHORITY_DAYS, []
    for name in ("authority", "server"):
        one = standing(_read(folder / f"{name}.pem"))
        shortest = min(shortest, one.days_left(now))
        lines += [f"{name:<10}{folder / name}.pem", f"  SHA-256 {one.sha256}"]
        lines.append(f"  until {one.until.date()} ({one.days_left(now)} days)  {', '.join(one.names)}".rstrip())
        told[name] = {
            "file": str(folder / f"{name}.pem"),
            "sha256": one.sha256,
            "until": one.until.date().isoformat(),
            "days_left": one.days_left(now),
            "names": list(one.names),
        }
    say(told, "\n".join(lines), as_json=as_json)
    return shortest
