"""CL-H18: what the sensors tell, and what programs add, reaches a file that a camera system can read."""

import asyncio
import json
import subprocess
import sys
from datetime import UTC, datetime

from devices.registry.sensors import security_events
from devices.sensors.driver import SerialSensors
from devices.sensors.emulator import SensorsEmulator
from devices.sensors.sink import JsonLinesSink
from devices.transports import open_transport
from devices.values.sensors import SecurityEvent, SecurityKind, SensorInput

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


async def test_a_door_that_is_opened_stands_in_the_file_with_the_time_at_which_it_was(tmp_path):
    box, path = SensorsEmulator(link=tmp_path / "sensors"), tmp_path / "security.jsonl"
    sink = JsonLinesSink(path, clock=lambda: NOON)
    await box.start()
    sensors = SerialSensors(open_transport(box.address), device="kiosk_sensors")
    await sensors.open()
    events = sensors.events()
    await box.turn(SensorInput.DOOR, active=True, age_s=2.5)
    await box.turn(SensorInput.POWER, active=True)
    for _ in range(2):
        assert await sink.record(await anext(events))
    await sink.record(SecurityEvent(SecurityKind.REPEATED_AUTH_FAILURE, "staff_login"))
    await sensors.close()
    await box.stop()
    assert [(row["at"], row["kind"], row["source"]) for row in lines(path)] == [
        ("2026-03-02T03:59:57.500+00:00", "door_opened", "kiosk_sensors"),
        ("2026-03-02T04:00:00.000+00:00", "power_lost", "kiosk_sensors"),
        ("2026-03-02T04:00:00.000+00:00", "repeated_auth_failure", "staff_login"),
    ]
    assert path.stat().st_mode & 0o777 == 0o600


async def test_many_at_once_are_whole_lines(tmp_path):
    sink = security_events(tmp_path / "security.jsonl")
    event = SecurityEvent(SecurityKind.TILTED, "sensors")
    assert all(await asyncio.gather(*(sink.record(event) for _ in range(50))))
    assert len(lines(tmp_path / "security.jsonl")) == 50


async def test_a_file_that_grows_too_large_is_put_aside(tmp_path):
    path = tmp_path / "security.jsonl"
    sink = JsonLinesSink(path, largest_bytes=300)
    for _ in range(5):
        await sink.record(SecurityEvent(SecurityKind.TILTED, "sensors"))
    kept = len(lines(path)) + len(lines(tmp_path / "security.jsonl.1"))
    assert 3 <= kept <= 5
    assert path.stat().st_size <= 300


async def test_a_disk_that_does_not_take_it_is_told_and_stops_nothing(tmp_path):
    sink = JsonLinesSink(tmp_path / "nowhere" / "security.jsonl")
    assert not await sink.record(SecurityEvent(SecurityKind.TILTED, "sensors"))
    assert sink.missed == 1


FULL_DISK = """
import asyncio, pathlib, resource, sys
from devices.sensors.sink import JsonLinesSink
from devices.values.sensors import SecurityEvent, SecurityKind
sink, event = JsonLinesSink(pathlib.Path(sys.argv[1])), SecurityEvent(SecurityKind.TILTED, "sensors")
assert asyncio.run(sink.record(event))
whole = pathlib.Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (whole + 10, resource.RLIM_INFINITY))
assert not asyncio.run(sink.record(event))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert asyncio.run(sink.record(event))
assert sink.missed == 1
"""


def test_a_line_of_which_only_a_part_fits_is_missed_and_does_not_spoil_the_next(tmp_path):
    path = tmp_path / "security.jsonl"
    subprocess.run([sys.executable, "-c", FULL_DISK, path], check=True, timeout=60)
    assert len(lines(path)) == 2
