"""`kapok hall enrol new|list|approve|refuse|revoke`: kiosks and counters' machines, where the folder of the hall is.

The page 设备 does the same for staff. Works beside a hall that serves, which hears of it at the next request.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, newest_tables, now, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.commands.home import Home
    from hall_server.domain.machines import Machine
    from hall_server.domain.seams import Transaction

_KEY = click.argument("key_id")


@click.group()
def enrol() -> None:
    """登记 of machines: a one-time code, a fingerprint that is compared, a key that the machine made itself."""


@enrol.command(
    "new",
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall enrol new --data hall/ --site hall.toml --kiosk K3\n"
        "  kapok hall enrol new --data hall/ --site hall.toml --counter 3\n"
    ),
)
@at_home_of
@click.option(
    "--site", "site_file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The site file (TOML)."
)
@click.option("--kiosk", default="", help="The kiosk of the site file that the machine will be.")
@click.option("--counter", type=click.IntRange(1), default=None, help="Or the counter at which it stands.")
@JSON
def enrol_new(home: Home, *, site_file: Path, kiosk: str, counter: int | None, as_json: bool) -> None:
    """A code for one machine, shown once, good for ten minutes; there: kapok kiosk enrol, or kapok counter enrol."""
    from hall_server.commands.shared import site_of
    from hall_server.contract.enrolment import code_of, code_shown, counter_place
    from hall_server.flows.enrol_desk import new_code

    if bool(kiosk) is bool(counter):
        raise click.UsageError("say what the machine will be: --kiosk or --counter, one of the two")
    site = site_of(site_file)
    known = [str(one.no) for one in site.counter] if counter else [one.id for one in site.kiosk]
    if (wanted := str(counter or kiosk)) not in known:
        what = "counter" if counter else "kiosk"
        raise click.ClickException(f"{site_file} has no {what} {wanted}; it has {', '.join(known) or 'none'}")
    place, code = counter_place(counter) if counter else kiosk, code_of(secrets.token_bytes(5))
    _run(home, lambda tx: new_code(tx, place, code, now(), ""))
    there = f"at the machine: kapok {'counter' if counter else 'kiosk'} enrol --help"
    words = f"code for {place}: {code_shown(code)}\nten minutes, once; {there}"
    say({"kiosk": place, "code": code_shown(code)}, words, as_json=as_json)


@enrol.command("list", epilog="\b\nExample:  kapok hall enrol list --data hall/\n")
@at_home_of
@JSON
def enrol_list(home: Home, *, as_json: bool) -> None:
    """Machines with a key of their own: who waits, who is let in, who was found twice."""
    newest_tables(home)
    told = [_told(one) for one in home.reader().machines()]
    lines = [f"{one['key_id']:<14}{one['kiosk']:<12}{one['state']:<10}{one['fingerprint']}" for one in told]
    say(told, "\n".join(lines) or "no machine has asked yet: kapok hall enrol new --help", as_json=as_json)


@enrol.command(
    "approve", epilog="\b\nExample:  kapok hall enrol approve --data hall/ 3f9a1c22d07b 7KQ2-M4XA-9P0C-ZT3W\n"
)
@at_home_of
@_KEY
@click.argument("fingerprint")
def enrol_approve(home: Home, *, key_id: str, fingerprint: str) -> None:
    """Let a machine in, with the FINGERPRINT that stands on its own screen; that place's machine of before is out."""
    from hall_server.contract.enrolment import code_typed
    from hall_server.flows.enrol_desk import let_in

    def work(tx: Transaction) -> None:
        one = _waiting(tx, key_id)
        if code_typed(fingerprint) != code_typed(one.comparing):
            raise click.ClickException(f"{fingerprint} is not what this hall sees of it: leave that machine outside")
        let_in(tx, one, now(), "")

    _run(home, work)
    click.echo(f"{key_id} let in")


@enrol.command("refuse", epilog="\b\nExample:  kapok hall enrol refuse --data hall/ 3f9a1c22d07b\n")
@at_home_of
@_KEY
def enrol_refuse(home: Home, *, key_id: str) -> None:
    """Leave a machine outside that asked."""
    from hall_server.contract.enrolment import EnrolAct
    from hall_server.flows.enrol_desk import put_out

    _run(home, lambda tx: put_out(tx, _waiting(tx, key_id), now(), "", EnrolAct.REFUSED))
    click.echo(f"{key_id} refused")


@enrol.command("revoke", epilog="\b\nExample:  kapok hall enrol revoke --data hall/ 3f9a1c22d07b\n")
@at_home_of
@_KEY
def enrol_revoke(home: Home, *, key_id: str) -> None:
    """Shut a machine out, from its next request on."""
    from hall_server.contract.enrolment import EnrolAct
    from hall_server.flows.enrol_desk import machine_in, put_out

    _run(home, lambda tx: put_out(tx, machine_in(tx, key_id), now(), "", EnrolAct.REVOKED))
    click.echo(f"{key_id} revoked")


def _waiting(tx: Transaction, key_id: str) -> Machine:
    from hall_server.contract.problems import HallProblem, ProblemCode
    from hall_server.flows.enrol_desk import machine_in

    one = machine_in(tx, key_id)
    if not one.waits_at(now()):
        raise HallProblem(ProblemCode.ENROLMENT_OVER, key_id)
    return one


def _run(home: Home, work: Callable[[Transaction], None]) -> None:
    from hall_server.contract.problems import HallProblem

    newest_tables(home)
    try:
        home.run(work)
    except HallProblem as problem:
        raise click.ClickException(f"{problem.code.value}: {problem.detail}".rstrip(": ")) from None


def _told(one: Machine) -> dict[str, str]:
    return {"key_id": one.key_id, "kiosk": one.kiosk, "state": one.state.value, "fingerprint": one.comparing}
