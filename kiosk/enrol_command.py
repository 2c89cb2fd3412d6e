"""登记 from a terminal, for a kiosk and for a counter's machine: what is asked, shown, and said when refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.enrolment import Enrolling

_PEM = click.Path(path_type=Path, exists=True, dir_okay=False)
_OPTIONS = (
    click.option("--hall", "server", required=True, help="Address of the hall, such as http://10.0.0.5:8080."),
    click.option("--code", required=True, help="What `kapok hall enrol new` or the page 设备 said."),
    click.option(
        "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Credential file (0600)."
    ),
    click.option("--authority", type=_PEM, help="Believe only a hall with a certificate of this authority (PEM)."),
    click.option(
        "--wait", "wait_s", default=600.0, show_default=True, help="Seconds until somebody must have compared."
    ),
)
_WORDS = {
    "enrolment_code_wrong": "enrolment_code_wrong: 登记码不对、过期、用过，或是给另一种机器的，请在“设备”页再要一个。",
    "enrolment_waiting": "enrolment_waiting: 还没有人核对指纹；同一条命令可以接着等。",
    "not_authenticated": "not_authenticated: 大厅没有批准这台机器，请问技术员，再要一个登记码。",
    "too_many_requests": "too_many_requests: 试错太多次，请等十分钟。",
}


def asks_to_enrol(command: Callable[..., None]) -> Callable[..., None]:
    """The options of such a command, for `enrol`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def enrol(server: str, code: str, out: Path, authority: Path | None, wait_s: float, *, at_counter: bool) -> None:
    """Ask, show the fingerprint, wait, write the credential. Leaves with a sentence when it cannot."""
    from kiosk.credential import EnrolFileError, enrol_here
    from kiosk.hall_client import HallRefusedError, HallSilentError
    from kiosk.hall_client.enrolling import EnrolmentError

    try:
        pem = authority.read_text() if authority else ""
        told = enrol_here(server, code, out, authority=pem, at_counter=at_counter, wait_s=wait_s, show=_show)
    except HallRefusedError as error:
        raise click.ClickException(_WORDS.get(error.code, f"the hall refuses: {error.code}")) from None
    except HallSilentError:
        raise click.ClickException(f"{server} does not answer: cable, address? The same command goes on.") from None
    except (EnrolmentError, EnrolFileError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"enrolled as {told.kiosk} ({told.kiosk_name}) of {told.hall_name}; credential in {out}")


def _show(told: Enrolling, fingerprint: str) -> None:
    click.echo(f"{told.hall_name}: {told.kiosk} ({told.kiosk_name}), key {told.key_id}")
    click.echo(f"fingerprint: {fingerprint}")
