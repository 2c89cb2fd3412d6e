"""The hall's real server on the disk that loses power, under takes over HTTP from several kiosks at once."""

from __future__ import annotations

import threading
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import requests

from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drills.power.plug import Rig

CLIENTS = 4
FIRST_TAKES = 3
ITEMS = ("i01", "i05", "i09", "i12")


class ServedLife:
    """A life like `plug.Life`: it tells what its kiosks were answered. Its takes begin with `go`."""

    name = "whole server"

    def __init__(self, rig: Rig, data: Path) -> None:
        self._rig = rig
        self._told: list[tuple[Any, ...]] = []
        self._over = threading.Event()
        self._kiosks: list[Machine] = []
        self._threads: list[threading.Thread] = []
        self._served = Served(data)
        rig.keep(self)
        credential = self._served.credential("kiosk", "K1")
        self._served.start()
        self._kiosks = [Machine(self._served.address, credential) for _ in range(CLIENTS)]
        self._threads = [
            threading.Thread(target=self._visitors, args=(kiosk, number), daemon=True)
            for number, kiosk in enumerate(self._kiosks)
        ]

    def go(self) -> None:
        """Let visitors come."""
        for thread in self._threads:
            thread.start()

    def told(self, *last: str) -> list[tuple[Any, ...]]:
        """With "ready" in `last` after a few takes, else when the disk is dark."""
        if "ready" in last:
            for number in range(FIRST_TAKES):
                self._take(self._kiosks[0], number)
        else:
            self._rig.wait_for_dark()
        return []  # all of it when the threads are done

    def kill(self) -> list[tuple[Any, ...]]:
        """SIGKILL; what was answered until then."""
        self._over.set()
        self._served.kill()
        for thread in self._threads:
            if thread.ident:
                thread.join()
        for kiosk in self._kiosks:
            kiosk.close()
        told, self._told = self._told, []
        return told

    def _visitors(self, kiosk: Machine, number: int) -> None:
        with suppress(requests.RequestException, OSError, ValueError):  # the server is gone, or gone half-way
            while not self._over.is_set() and self._take(kiosk, number):
                number += CLIENTS

    def _take(self, kiosk: Machine, number: int) -> bool:
        answer = kiosk.post("tickets", {"item": ITEMS[number % len(ITEMS)]}, str(uuid.uuid4()))
        if answer.status_code != 201:
            return False  # it says that it cannot store: the disk is dark
        ticket = answer.json()
        self._told.append(("took", ticket["id"], ticket["label"]))
        if number % 3 and kiosk.post(f"tickets/{ticket['id']}/confirm_print", {"answer": "paper"}).status_code == 200:
            self._told.append(("confirmed", ticket["id"]))
        return True
