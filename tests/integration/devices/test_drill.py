"""The drill as it is typed, and drivers that are broken on purpose: real ptys, the real supervisor."""

import asyncio
import json
import subprocess
from dataclasses import replace

import pytest

from devices.code_scanner.driver import SerialCodeScanner
from devices.drill import Row, drill_rows
from devices.drill.code_scanner import SerialLine
from devices.drill.control import Glutton, Stutterer, judged
from devices.errors import DeviceLostError
from devices.transports import open_transport
from tests.integration.devices.test_device_commands import command


def test_the_drill_is_shown_written_down_and_judged(tmp_path):
    out = tmp_path / "drill.json"
    words = command("drill", "rating-pad", "caller", "--fault", "normal", "--fault", "doubled", "--json", "--out", out)
    done = subprocess.run(words, capture_output=True, text=True, timeout=55, check=False)
    document = json.loads(done.stdout)
    assert document == json.loads(out.read_text(encoding="utf-8"))
    assert not document["whole"]
    assert {(row["kind"], row["fault"]) for row in document["rows"]} >= {("caller", "normal"), ("rating_pad", "normal")}
    assert [row["id"] for row in document["rows"] if row["twice"] or row["wrong"]] == []
    assert done.returncode == bool(document["findings"])
    assert "rating_pad.serial.normal" in done.stderr  # progress, beside the document


class Sleeper(SerialCodeScanner):
    """Never sees that the wire has died."""

    async def codes(self):
        try:
            async for code in super().codes():
                yield code
        except DeviceLostError:
            await asyncio.Event().wait()


@pytest.mark.parametrize(
    ("driver", "violation"),
    [(Stutterer, "2 came twice"), (Glutton, "1 came that nobody gave"), (Sleeper, "did not end within 4 s")],
)
async def test_the_drill_catches_a_driver_that_is_broken(driver, violation):
    rows = SerialLine(lambda address: driver(open_transport(address)))
    row = Row("serial", "unplug_replug", rows.unplug_replug)
    row_s = 4 if driver is Sleeper else 50
    (outcome,) = [each async for each in drill_rows("code_scanner", [row], row_s=row_s, recover_s=50)]
    assert outcome.violation == violation
    assert not judged(outcome).violation
    assert judged(replace(outcome, violation="")).violation  # a control that passes means that the drill is blind
