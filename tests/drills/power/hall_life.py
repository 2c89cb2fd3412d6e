"""The hall on the disk that loses power: the real init, store, flows and backup in a child that tells what it has done.

Each tells only after the hall's own answer. A weak life is the control: the same with synchronous = NORMAL.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from typing import TYPE_CHECKING

import click

from config.site import load_site
from hall_server.app.compose import AppLoop
from hall_server.app.hall_clock import SystemClock
from hall_server.app.site_file import hall_site
from hall_server.app.stores import on_sqlite
from hall_server.commands import hall
from hall_server.commands.home import PSEUDONYM_KEY, Home
from hall_server.commands.shared import same_hall
from hall_server.contract.messages import TakeTicket
from hall_server.contract.problems import HallProblem
from hall_server.contract.vocabulary import ActorKind, Intake, PrintAnswer
from hall_server.domain.calendar.intake import IntakeAnswer
from hall_server.domain.ticket import Ticket
from hall_server.flows.caller import Caller
from hall_server.flows.confirm_print import confirm_print
from hall_server.flows.here import Here
from hall_server.flows.once import Request, once
from hall_server.flows.take_ticket import Taking, take_ticket
from hall_server.store.backup import back_up
from hall_server.store.sqlite_store import FILE_NAME
from tests.drills.power.plug import ROOT

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from hall_server.app.stores import Stores
    from hall_server.domain.seams import Transaction

SITE_FILE = ROOT / "config" / "sites" / "demo.toml"
CLIENTS = 4
FIRST_TAKES = 3  # after a start, before anybody looks: numbers that a forgetful store would give again
ITEMS = ("i01", "i05", "i09", "i12")
KIOSK = Caller(ActorKind.KIOSK, "K1")
OPEN = IntakeAnswer(Intake.FINE)


def make(wire: Connection, data: Path) -> None:
    """`kapok hall init`."""
    try:
        hall.main(["init", "--site", str(SITE_FILE), "--data", str(data)], standalone_mode=False)
    except click.ClickException as error:
        wire.send(("refused", error.message))
    else:
        wire.send(("made",))
    wire.recv()


def live(wire: Connection, data: Path, *, weak: bool, threaded: bool, backup: str) -> None:
    """Start as `kapok hall serve` does, then take and confirm until the end. `backup`: also make one of this name."""
    site = load_site(SITE_FILE)
    try:
        same_hall(Home(data), site)
    except click.ClickException as error:
        wire.send(("refused", error.message))
        wire.recv()
        return
    with Home(data).alone():
        asyncio.run(_Hall(wire, data, hall_site(site).id, weak=weak, threaded=threaded).run(backup))


class _Hall:
    def __init__(self, wire: Connection, data: Path, hall_id: str, *, weak: bool, threaded: bool) -> None:
        self._wire, self._data, self._id = wire, data, hall_id
        self._here = Here(hall_site(load_site(SITE_FILE)), SystemClock())
        self._stores: Stores = on_sqlite(data, hall_id, AppLoop(), threaded=threaded)
        if weak:
            self._stores.commits._store._db.execute("PRAGMA synchronous = NORMAL")  # type: ignore[union-attr]  # SQLite

    async def run(self, backup: str) -> None:
        for number in range(FIRST_TAKES):
            await self._take(number)
        self._wire.send(("ready",))
        await asyncio.get_running_loop().run_in_executor(None, self._wire.recv)
        if backup:
            where, secret = self._data / FILE_NAME, self._data / PSEUDONYM_KEY
            back_up(where, self._id, secret, self._data / backup, time.time_ns() // 1000)
            self._wire.send(("backed_up", backup))
        await asyncio.gather(*(self._visitors(number) for number in range(CLIENTS)))
        await asyncio.Event().wait()  # the disk is dark; the kill comes

    async def _visitors(self, number: int) -> None:
        try:
            while True:
                ticket = await self._take(number)
                number += CLIENTS
                if number % 3:
                    await self._confirm(ticket)
        except HallProblem:
            return

    async def _take(self, number: int) -> str:
        key, order = str(uuid.uuid4()), TakeTicket(ITEMS[number % len(ITEMS)])
        taking, request = Taking(order, KIOSK, OPEN), Request(key, "take", key, KIOSK, order)

        def flow(tx: Transaction) -> Ticket:
            return take_ticket(tx, self._here, key, taking)

        ticket = await self._stores.commits.submit(lambda tx: once(tx, request, self._here.clock.now(), Ticket, flow))
        self._wire.send(("took", ticket.id, ticket.label))
        return ticket.id

    async def _confirm(self, ticket: str) -> None:
        await self._stores.commits.submit(lambda tx: confirm_print(tx, self._here, ticket, PrintAnswer.PAPER, KIOSK))
        self._wire.send(("confirmed", ticket))
