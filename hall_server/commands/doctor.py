"""`kapok doctor hall`: the machine that serves a hall, its database, its site file, whether it answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from config.commands.shared import FILE, JSON, LANGUAGE, told
from hall_server.commands.home import at_home_of
from hall_server.commands.shared import now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from config.machine import Look
    from hall_server.commands.home import Home

_LIMIT_S = 2.0


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok doctor hall --data /var/lib/kapok --site hall.toml --server http://127.0.0.1:8080\n"
        "  kapok doctor hall --data /var/lib/kapok --lang en --json\n"
    )
)
@at_home_of
@click.option("--site", "site_file", type=FILE, help="The site file: can it be used?")
@click.option("--server", default="", help="The hall's own address: does it answer?")
@LANGUAGE
@JSON
def doctor(home: Home, *, site_file: Path | None, server: str, lang: str, as_json: bool) -> None:
    """Examine the machine that serves a hall 大厅服务器: clock, disk, memory, voices, database, site file, the service.

    The hall may go on serving. Exit code 0: all is well. 1: somebody should come. 2: something does not work.
    """
    told(_looks(home, site_file, server), lang, as_json=as_json)


def _looks(home: Home, site_file: Path | None, server: str) -> Iterator[Look]:
    from config.machine import Roots, look_at_machine

    yield from look_at_machine(Roots(folder=home.folder), screen=False, speaks=True)
    yield _database(home)
    if site_file is not None:
        yield _site(site_file)
    if server:
        yield _service(server)


def _database(home: Home) -> Look:
    from config.machine import Level, look
    from hall_server.store.check import check

    try:
        home.halls()
        found = check(home.where)
    except click.ClickException as error:
        return look("database", "database_found", Level.FAULT, reason=error.message)
    if found.findings:
        return look("database", "database_found", Level.FAULT, reason="; ".join(found.findings))
    return look("database", "database_whole", halls=", ".join(found.halls))


def _site(site_file: Path) -> Look:
    from config.machine import Level, look
    from hall_server.app import hall_site
    from hall_server.commands.shared import site_of
    from hall_server.domain.business_day import business_day
    from hall_server.domain.findings import Severity, findings

    try:
        rules = hall_site(site_of(site_file), str(site_file))
    except click.ClickException as error:
        return look("site", "settings_unusable", Level.FAULT, reason=error.message)
    today = date.fromisoformat(business_day(now(), rules.zone, rules.limits.day_rolls_at_min))
    found = findings(rules, today)
    faults = sum(one.severity is Severity.FAULT for one in found)
    if faults:
        return look("site", "site_faults", Level.FAULT, many=faults)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    return look("site", "site_findings", Level.WARNING, many=warnings) if warnings else look("site", "fine")


def _service(server: str) -> Look:
    import time

    import httpx
    import msgspec

    from config.machine import Level, look
    from hall_server.contract.messages import Health

    began = time.monotonic()
    try:
        with httpx.Client(trust_env=False, timeout=_LIMIT_S) as asking:
            answer = asking.get(f"{server.rstrip('/')}/api/v1/health")
        health = msgspec.json.decode(answer.content, type=Health)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return look("hall", "hall_silent", Level.FAULT, type(error).__name__, address=server)
    except msgspec.MsgspecError:
        return look("hall", "hall_not_kapok", Level.FAULT, address=server)
    if health.alarms:
        return look("hall", "hall_alarms", Level.WARNING, alarms=", ".join(health.alarms))
    return look("hall", "hall_answers", address=server, ms=round((time.monotonic() - began) * 1000))
