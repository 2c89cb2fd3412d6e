"""One client of `bench-take`: takes numbers as fast as the hall gives them, tells how long each answer took.

`taker.py <address> <hall> <authorization> <count> <items,…>`. Says "ready", waits for a line, works, then writes one
line of JSON: begin and end (monotonic seconds, the same clock for all processes) and [ticket id, label, seconds] each.
"""

import http.client
import json
import sys
import time
import uuid

CREATED = 201


def main(address: str, hall: str, authorization: str, count: int, items: list[str]) -> None:
    wire = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
    wire.connect()
    print("ready", flush=True)
    sys.stdin.readline()
    told = []
    begin = time.monotonic()
    for number in range(count):
        ticket_id = str(uuid.uuid4())
        headers = {"Authorization": authorization, "Idempotency-Key": ticket_id, "Content-Type": "application/json"}
        body = json.dumps({"item": items[number % len(items)]})
        asked = time.monotonic()
        wire.request("POST", f"/api/v1/halls/{hall}/tickets", body, headers)
        answer = wire.getresponse()
        said = json.loads(answer.read())
        took = time.monotonic() - asked
        if answer.status != CREATED:
            sys.exit(f"the hall says {answer.status}: {said}")
        told.append((ticket_id, said["label"], took))
    print(json.dumps({"begin": begin, "end": time.monotonic(), "told": told}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5].split(","))
