"""`kapok hall staff add|list|reset|lock|unlock`: accounts of people, from the machine that has the hall's folder.

For the first who keeps accounts, and for when nobody can sign in who does; everything else is the page /people. Works
beside a hall that serves, which hears of it within a second.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, newest_tables, now, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.commands.home import Home
    from hall_server.domain.accounts import StaffAccount
    from hall_server.domain.seams import Transaction

_ROLES = ("clerk", "greeter", "lead", "manager", "technician", "auditor")
_DIGITS = 10
_NUMBER = click.argument("staff_no")


@click.group(epilog="\b\nRoles: clerk, greeter, lead, manager, technician, auditor (docs/rights.md)\n")
def staff() -> None:
    """Accounts of people: the first manager is made here, everybody else on the page /people."""


@staff.command("add", epilog="\b\nExample:  kapok hall staff add --data hall/ --role manager --name 陈静 0100\n")
@at_home_of
@_NUMBER
@click.option("--name", required=True, help="As colleagues read it.")
@click.option("--role", "roles", type=click.Choice(_ROLES), multiple=True, required=True, help="Once or several times.")
@JSON
def staff_add(home: Home, *, staff_no: str, name: str, roles: tuple[str, ...], as_json: bool) -> None:
    """Make an account with a one-time PIN, shown once; it must be changed at the first sign-in, within 72 hours."""
    from hall_server.contract.staff import StaffRole
    from hall_server.domain.accounts import StaffAccount
    from hall_server.flows.people_desk import add_account

    if not (staff_no.isascii() and staff_no.isdigit() and 2 <= len(staff_no) <= 12):  # noqa: PLR2004 - as in site files
        raise click.UsageError("a staff number is 2 to 12 digits")
    if not name.isprintable() or not 0 < len(name) <= 20:  # noqa: PLR2004 - as on the page
        raise click.UsageError("--name takes 1 to 20 characters")
    account = StaffAccount(staff_no=staff_no, name=name, roles=tuple(map(StaffRole, roles)))
    pin, pin_hash = _one_time(staff_no)
    _run(home, lambda tx: add_account(tx, account, pin_hash, now(), ""))
    _tell(staff_no, pin, as_json=as_json)


@staff.command("list", epilog="\b\nExample:  kapok hall staff list --data hall/\n")
@at_home_of
@JSON
def staff_list(home: Home, *, as_json: bool) -> None:
    """All accounts; no PINs."""
    newest_tables(home)
    found = [_told(one) for one in home.reader().staff_accounts()]
    lines = [f"{one['staff_no']:<14}{one['state']:<13}{one['roles']:<22}{one['name']}" for one in found]
    say(found, "\n".join(lines) or "no accounts yet: kapok hall staff add --help", as_json=as_json)


@staff.command("reset", epilog="\b\nExample:  kapok hall staff reset --data hall/ 0100\n")
@at_home_of
@_NUMBER
@JSON
def staff_reset(home: Home, *, staff_no: str, as_json: bool) -> None:
    """Give somebody a one-time PIN, shown once. Their sessions end, their wrong PINs are forgotten."""
    from hall_server.contract.staff import AccountAct
    from hall_server.domain.accounts import with_one_time

    pin, pin_hash = _one_time(staff_no)
    _change(home, staff_no, AccountAct.PIN_RESET, lambda one: with_one_time(one, pin_hash, now()))
    _tell(staff_no, pin, as_json=as_json)


@staff.command("lock", epilog="\b\nExample:  kapok hall staff lock --data hall/ 0317\n")
@at_home_of
@_NUMBER
def staff_lock(home: Home, *, staff_no: str) -> None:
    """Shut somebody out: all their sessions end and no PIN opens."""
    from hall_server.contract.staff import AccountAct
    from hall_server.domain.accounts import locked

    _change(home, staff_no, AccountAct.LOCKED, lambda one: locked(one, now()))
    click.echo(f"{staff_no} locked")


@staff.command("unlock", epilog="\b\nExample:  kapok hall staff unlock --data hall/ 0317\n")
@at_home_of
@_NUMBER
def staff_unlock(home: Home, *, staff_no: str) -> None:
    """Open an account again, with the PIN that it had; wrong PINs are forgotten, also of one that was not locked."""
    from hall_server.contract.staff import AccountAct
    from hall_server.domain.accounts import unlocked

    _change(home, staff_no, AccountAct.UNLOCKED, unlocked)
    click.echo(f"{staff_no} unlocked")


def _change(home: Home, staff_no: str, act: str, change: Callable[[StaffAccount], StaffAccount]) -> None:
    from hall_server.contract.staff import AccountAct
    from hall_server.flows.people_desk import change_account

    _run(home, lambda tx: change_account(tx, staff_no, AccountAct(act), change, at=now(), by=""))


def _run(home: Home, work: Callable[[Transaction], None]) -> None:
    from hall_server.contract.problems import HallProblem

    newest_tables(home)
    try:
        home.run(work)
    except HallProblem as problem:
        raise click.ClickException(f"{problem.code.value}: {problem.detail}".rstrip(": ")) from None


def _one_time(staff_no: str) -> tuple[str, str]:
    """A one-time PIN and its hash."""
    import argon2

    from hall_server.domain.accounts import weak

    while weak(pin := "".join(secrets.choice("0123456789") for _ in range(_DIGITS)), staff_no):
        pass
    return pin, argon2.PasswordHasher().hash(pin)


def _tell(staff_no: str, pin: str, *, as_json: bool) -> None:
    words = f"one-time PIN of {staff_no}: {pin}\nshown once; sign in at /counter within 72 hours and change it"
    say({"staff_no": staff_no, "one_time_pin": pin}, words, as_json=as_json)


def _told(one: StaffAccount) -> dict[str, str]:
    return {"staff_no": one.staff_no, "state": one.state.value, "roles": ",".join(one.roles), "name": one.name}
