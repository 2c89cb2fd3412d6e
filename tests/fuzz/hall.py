"""A real hall for hostile requests: its own process, keys of every role, tickets and bookings, nobody paced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.integration.hall_server.served import HALL_ID, Machine, Served

if TYPE_CHECKING:
    from pathlib import Path

    import requests

NOBODY = "nobody"
ROLES = ("kiosk", "counter", "admin", "board", "peer", NOBODY)
CLERKS = {1: "1001", 2: "1002", 3: "1003"}
LIVE = ("waiting", "called", "serving", "held", "no_show", "unconfirmed")
_PAPER = {"answer": "paper"}
_PLACES = {"kiosk": "K1"}


@dataclass
class Hall:
    """`headers` by role; `known` are words that exist in the hall, by the names that the API has for them."""

    served: Served
    headers: dict[str, dict[str, str]]
    known: dict[str, list[Any]]

    @property
    def address(self) -> str:
        """Where it listens."""
        return self.served.address

    def refresh(self) -> None:
        """Let the hall live on a little, and look at what is there now."""
        admin = self.machine("admin")
        try:
            for no, clerk in CLERKS.items():
                admin.post(f"counters/{no}/sign_in", {"clerk": clerk})
                admin.post("tickets/{}/confirm_print".format(*_ids(admin.post("tickets", {"item": "i01"}))), _PAPER)
                for move in ("serve", "no_show")[: no % 3]:
                    admin.post("tickets/{}/{}".format(*_ids(admin.post(f"counters/{no}/call_next")), move))
            for starts_at in self.known["starts_at"]:
                admin.post("bookings", {"item": "i01", "starts_at": starts_at, "channel": "greeter"})
            self.known["incarnation"] = [admin.get("now").json()["incarnation"]]
            found = [admin.get(f"tickets?limit=20&state={state}").json()["tickets"] for state in LIVE]
            found.append(admin.get("tickets?limit=20").json()["tickets"])
            self.known["ticket_id"] = [one["id"] for page in found for one in page] or self.known["ticket_id"]
            self.known["correlation"] = self.known["ticket_id"]
            days = [admin.get(f"bookings?day={day}").json()["bookings"] for day in self.known["day"]]
            call = admin.post("help", {"page": "K5"}).json()["id"]
            admin.post(f"help/{call}/seen", {"by": CLERKS[1]})
            self.known["help_id"] = [call, *self.known["help_id"][:2]]
            self.known["booking_id"] = [one["id"] for many in days for one in many] or self.known["booking_id"]
        finally:
            admin.close()

    def machine(self, role: str) -> Machine:
        """Somebody with the key of a role."""
        key_id, secret = self.headers[role]["Authorization"].removeprefix("Kapok ").split(".")
        return Machine(self.address, {"key_id": key_id, "secret": secret})

    def stop(self) -> None:
        """End the process."""
        self.served.stop()


def hall_in(folder: Path) -> Hall:
    """A hall that serves, with a few tickets in it and clerks at some counters."""
    served = Served(folder / "hall")
    served.start()
    headers: dict[str, dict[str, str]] = {NOBODY: {}}
    for role in ROLES[:-1]:
        key = served.credential(role, role, _PLACES.get(role, ""))
        headers[role] = {"Authorization": f"Kapok {key['key_id']}.{key['secret']}"}
    hall = Hall(
        served, headers, {"hall_id": [HALL_ID], "kiosk": ["K1"], "ticket_id": [], "booking_id": [], "help_id": []}
    )
    _furnish(hall)
    return hall


def _furnish(hall: Hall) -> None:
    kiosk, counter = hall.machine("kiosk"), hall.machine("counter")
    try:
        catalogue = kiosk.get("catalogue").json()
        now = kiosk.get("now").json()
        items = [one["id"] for one in catalogue["items"]][:6]
        hall.known |= {
            "item": items,
            "queue": [one["id"] for one in now["queues"]],
            "no": [one["no"] for one in now["counters"]],
            "counter": [one["no"] for one in now["counters"]],
            "items": [*items, ",".join(items)],
            "seen_n": [0],
            "fingerprint": ["0" * 64],
            "boot_id": ["00000000-0000-4000-8000-000000000000"],
            "incarnation": [now["incarnation"]],
            "business_day": [now["business_day"]],
        }
        hall.known["clerk"] = hall.known["by"] = list(CLERKS.values())
        for item in items * 3:
            kiosk.confirm(kiosk.take(item)["id"])
        today = date.fromisoformat(now["business_day"])
        days = [(today + timedelta(ahead)).isoformat() for ahead in range(4)]
        slots = [kiosk.get(f"slots?queue=A&day={day}").json()["slots"] for day in days]
        hall.known |= {"day": days, "starts_at": [one["starts_at"] for many in slots for one in many[:4]]}
    finally:
        kiosk.close()
        counter.close()
    hall.refresh()


def _ids(answer: requests.Response) -> list[str]:
    """The ticket's id in an answer; a refusal has none that exists."""
    return [answer.json().get("id", "none")]
