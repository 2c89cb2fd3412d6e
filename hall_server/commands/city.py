"""`kapok city serve|rotate|keys|contract`: the reference city, for demonstrations and tests."""

from __future__ import annotations

import base64
import json
import re
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from hall_server.commands.shared import JSON, now, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.key_folder import KeyFolder
    from hall_server.city.reference.key_ring import KeyRing

_SECOND = 1_000_000
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,31}")
_DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the city's keys."
)


def _named(_: click.Context, __: click.Parameter, name: str) -> str:
    if not _NAME.fullmatch(name):
        raise click.BadParameter("small letters, digits, . and -, at most 32")
    return name


@click.group(
    epilog=(
        "\b\nA city to try a hall against:\n"
        "  kapok city serve  --data city/ --audience gz-demo-district   keys are made at the first start\n"
        "  kapok city keys   --data city/                               the root that halls pin, the keys in force\n"
        "  kapok city rotate --data city/                               a new key, also while it serves\n"
    )
)
def city() -> None:
    """The reference city: made-up persons with turning codes, and faults to switch. For demonstrations and tests."""


@city.command(epilog="\b\nExample:  kapok city serve --data city/ --audience gz-demo-district --port 8090")
@_DATA
@click.option("--audience", callback=_named, required=True, help="Whom codes are for: a hall's id, or a whole city's.")
@click.option(
    "--algorithm", "alg", default="Ed25519", show_default=True, type=click.Choice(["Ed25519", "SM2"]),
    help="Of root and keys, at the first start. SM2 needs the extra sm.",
)  # fmt: skip
@click.option("--issuer", callback=_named, default="city.demo", show_default=True, help="Its name, at the first start.")
@click.option(
    "--life", "life_s", default=60, show_default=True, type=click.IntRange(3, 60), help="Seconds that a code is good."
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on. Nobody is asked who they are."
)
@click.option("--port", default=8090, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
@click.option(
    "--sso-secret", type=click.File(errors="replace"), help="File with the secret that a hall's sign-in must show."
)
@click.option("--sso-back-to", multiple=True, help="Where sign-ins may lead back to; else anywhere on this machine.")
@click.option(
    "--items", multiple=True, type=click.Path(path_type=Path, dir_okay=False),
    help="A version of the service items: TOML with [[item]] tables, a site file will do. The first is in force.",
)  # fmt: skip
@JSON
def serve(
    data: Path,
    audience: str,
    alg: str,
    issuer: str,
    *,
    life_s: int,
    host: str,
    port: int,
    sso_secret: TextIO | None,
    sso_back_to: tuple[str, ...],
    items: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Serve the city until SIGTERM or Ctrl-C. Prints `listening on http://…` when it is ready.

    Its page is for people: whose code to show on a phone, which fault to play. Machines ask as
    docs/integration/codes.md says. Keep it off networks where somebody might take its codes for real ones.
    """
    from config.process import keep_memory_private
    from hall_server.city.reference.compose import CitySettings
    from hall_server.city.reference.idp_asked import Known
    from hall_server.city.reference.item_desk import ItemFileError
    from hall_server.city.reference.key_folder import KeyFolderError
    from hall_server.city.reference.serve import run

    known = Known(secret=sso_secret.read(512).strip() if sso_secret else "", back_to=sso_back_to)
    keep_memory_private()
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror}") from None
        port = listener.getsockname()[1]
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        ready = json.dumps({"address": address}) if as_json else f"listening on {address}"
        try:
            run(CitySettings(data, audience, life_s, issuer, known=known, alg=alg, items=items), listener, ready)
        except (KeyFolderError, ItemFileError) as error:
            raise click.ClickException(str(error)) from None


@city.command(epilog="\b\nExample:  kapok city rotate --data city/ --lead 0")
@_DATA
@click.option(
    "--lead", "lead_s", default=3600, show_default=True, type=click.IntRange(0, 7 * 86_400),
    help="Seconds between announcing the new key and signing with it.",
)  # fmt: skip
@click.option("--revoke", is_flag=True, help="The keys so far are worth nothing any more; the new one signs at once.")
@JSON
def rotate(data: Path, *, lead_s: int, revoke: bool, as_json: bool) -> None:
    """Make a new issuing key and announce it in the trust list. A city that serves goes on with it by itself.

    Halls read both keys while one follows the other, if they fetch the list within the lead.
    """
    from hall_server.city.reference.key_ring import RingFullError

    try:
        ring = _at_home(lambda keys: keys.rotate(now() // _SECOND, lead_s=lead_s, revoke=revoke), data)
    except RingFullError:
        raise click.ClickException(
            "eight keys are good at this time, a list has no room for more: wait two minutes"
        ) from None
    _tell(ring, as_json=as_json)


@city.command(epilog="\b\nExample:  kapok city keys --data city/ --json")
@_DATA
@JSON
def keys(data: Path, *, as_json: bool) -> None:
    """The public half of the root, which halls pin, and the issuing keys in force. No secrets."""
    _tell(_at_home(lambda there: there.ring(), data), as_json=as_json)


@city.command(epilog="\b\nExample:  kapok city contract --port items > items.openapi.json")
@click.option("--port", help="One port, as in docs/integration/<port>.md; all together when left out.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Write one file per port there."
)
def contract(port: str | None, out: Path | None) -> None:
    """Print the contract of the city's ports as OpenAPI, for whoever builds another city."""
    from hall_server.city.reference.contracts import CONTRACTS, all_described, described

    if port is not None and port not in CONTRACTS:
        raise click.UsageError(f"--port is one of {', '.join(CONTRACTS)}")
    if out is None:
        click.echo((described(port) if port else all_described()).decode(), nl=False)
        return
    for one in (port,) if port else CONTRACTS:
        (out / f"{one}.openapi.json").write_bytes(described(one))


def _at_home(ask: Callable[[KeyFolder], KeyRing], data: Path) -> KeyRing:
    from hall_server.city.reference.key_folder import KeyFolder, KeyFolderError

    try:
        return ask(KeyFolder(data))
    except KeyFolderError as error:
        raise click.ClickException(str(error)) from None


def _tell(ring: KeyRing, *, as_json: bool) -> None:
    signing = ring.signing(now() // _SECOND)
    root = base64.b64encode(ring.root_public).decode()
    rows = [
        {
            "id": key.id,
            "public": base64.b64encode(key.public).decode(),
            "from": _moment(key.valid_from),
            "signs_from": _moment(key.signs_from),
            "until": _moment(key.valid_until),
            "revoked": key.revoked,
            "signs_now": key is signing,
        }
        for key in ring.keys
    ]
    told = {"issuer": ring.issuer, "serial": ring.serial, "algorithm": ring.alg, "root": root, "keys": rows}
    lines = [f"{ring.issuer}  trust list {ring.serial}  {ring.alg}", f"root  {root}"]
    for key in ring.keys:
        state = "revoked" if key.revoked else "signs now" if key is signing else f"signs from {_moment(key.signs_from)}"
        lines.append(f"{key.id}  until {_moment(key.valid_until)}  {state}")
    say(told, "\n".join(lines), as_json=as_json)


def _moment(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).isoformat()
