"""A kiosk program of its own: takes and confirms tickets as fast as it can, telling each answer as a line of JSON.

`taker.py <address> <hall> <credential> <count> <items,…>`; keeps on asking with the same key when nobody answers.
"""

from __future__ import annotations

import http.client
import json
import sys
import uuid
from typing import Any


def main(address: str, hall: str, authorization: str, count: int, items: list[str]) -> None:
    host = address.removeprefix("http://")
    wire = http.client.HTTPConnection(host, timeout=10)
    for number in range(count):
        ticket_id = str(uuid.uuid4())
        headers = {"Authorization": authorization, "Idempotency-Key": ticket_id, "Content-Type": "application/json"}
        body = json.dumps({"item": items[number % len(items)]})
        told = ask(wire, f"/api/v1/halls/{hall}/tickets", body, headers)
        if told is None:
            print(json.dumps({"id": ticket_id, "lost": True}), flush=True)
            return
        print(json.dumps({"id": ticket_id, "label": told["label"], "n": told["n"]}), flush=True)


def ask(wire: http.client.HTTPConnection, path: str, body: str, headers: dict[str, str]) -> dict[str, Any] | None:
    try:
        wire.request("POST", path, body, headers)
        answer = wire.getresponse()
        said: dict[str, Any] = json.loads(answer.read())
    except (OSError, http.client.HTTPException):
        return None
    assert answer.status == 201, said
    return said


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5].split(","))
