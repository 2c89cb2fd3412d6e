"""A camera that reads codes: the real process, the real decoders, and what becomes of bytes that nobody can trust."""

import contextlib
import json
import os
import signal
import subprocess
import sys

import pytest

from devices.camera.emulator import CameraEmulator, Fault
from devices.camera.pictures import blank, sheet
from devices.code_scanner.camera import CameraCodeScanner
from devices.code_scanner.codec import decode_code
from devices.code_scanner.message import packed
from devices.errors import DeviceLostError, DeviceProtocolError
from devices.registry.code_scanner import code_scanner
from devices.supervisor import BackOff, Supervisor, watch_codes
from devices.transports.child import ChildProcess
from devices.values.code_scanner import Engine, Sight, Symbol
from devices.values.health import Health
from tests.unit.devices.test_supervisor import Healths, running

SOON = BackOff(first_s=0.01, cap_s=0.02)
DOUBTFUL = decode_code(b"KPT1:DOUBTFUL", Symbol("qr_code", Engine.ZBAR, trusted=False))
TRUSTED = decode_code(b"KPT1:TRUSTED", Symbol("qr_code", Engine.ZXING, "]Q1"))


@pytest.fixture
async def box():
    emulator = CameraEmulator(fps=30)
    emulator.show(blank(640, 480))
    await emulator.start()
    yield emulator
    await emulator.stop()


async def test_a_code_comes_with_what_is_known_of_its_symbol(box):
    scanner = code_scanner({"driver": "camera", "address": box.address})
    await scanner.open()
    async with contextlib.aclosing(scanner.codes()) as codes:
        box.show(sheet("穗好办".encode("gb18030")))
        code = await anext(codes)
        assert (code.text, code.encoding) == ("穗好办", "gb18030")
        assert (code.symbol.kind, code.symbol.engine, len(code.symbol.corners)) == ("qr_code", Engine.ZXING, 4)
        assert (await scanner.status()).sight is Sight.ON
    await scanner.close()
    assert (await scanner.status()).sight is Sight.OFF


async def test_a_camera_is_reopened_and_a_code_that_lies_there_is_told_once(box):
    scanner, healths = code_scanner({"driver": "camera", "address": box.address}), Healths()
    supervisor = Supervisor("code_scanner", scanner, watch_codes, on_health=healths.hear, back_off=SOON)
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        await healths.until(Health.NORMAL)
        box.show(sheet(b"lies there"))
        assert (await anext(events)).data == b"lies there"
        os.kill(scanner.pid, signal.SIGKILL)
        assert (await healths.until(Health.FAULT)).reason == "device_lost"
        await healths.until(Health.NORMAL)
        await box.unplug()
        assert (await healths.until(Health.FAULT)).reason == "device_lost"
        await box.plug()
        await healths.until(Health.NORMAL)
        await box.wait_until_sent(5)
        box.show(sheet(b"another"))
        assert (await anext(events)).data == b"another"
    assert scanner.pid == 0


async def test_a_camera_that_falls_mute_is_told_by_its_code(box):
    scanner = code_scanner({"driver": "camera", "address": box.address})
    supervisor_healths = Healths()
    supervisor = Supervisor("code_scanner", scanner, watch_codes, on_health=supervisor_healths.hear, back_off=SOON)
    async with running(supervisor):
        await supervisor_healths.until(Health.NORMAL)
        box.fail(Fault.MUTE)
        assert (await supervisor_healths.until(Health.FAULT)).reason == "device_silent"
        box.heal()
        await supervisor_healths.until(Health.NORMAL)


@pytest.mark.slow
async def test_the_process_takes_no_more_memory_the_longer_it_looks(box):
    box.fps = 60
    box.show(blank(1920, 1080), sheet(b"a", width=1920, height=1080), blank(1920, 1080))
    scanner = code_scanner({"driver": "camera", "address": box.address})
    await scanner.open()
    async with contextlib.aclosing(scanner.codes()) as codes:
        await anext(codes)
        before, memory = pages_of(scanner.pid), []
        for _ in range(3):
            await box.wait_until_sent(40)
            memory.append(pages_of(scanner.pid))
        assert max(memory) - before < 60e6 / os.sysconf("SC_PAGE_SIZE")
    await scanner.close()


def pages_of(pid):
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:  # noqa: PTH123 - a file of the kernel's
        return int(file.read().split()[1])


def worker(tmp_path, monkeypatch, *messages, ends=False):
    """A worker that says these, then waits or ends."""
    source = (
        "import sys\nfrom devices.transports.child import Parent\nparent = Parent()\n"
        f"for said in {json.loads(json.dumps(messages))!r}:\n    parent.tell(said)\n"
    ) + "sys.stdin.read()\n" * (not ends)
    (tmp_path / "kapok_said_worker.py").write_text(source, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return ChildProcess("kapok_said_worker", (), device="worker")


async def test_bytes_that_are_not_trusted_are_dropped_unless_a_recogniser_claims_them(tmp_path, monkeypatch):
    said = ({"ready": True}, {"codes": [packed(DOUBTFUL), packed(TRUSTED)]})
    scanner = CameraCodeScanner(worker(tmp_path, monkeypatch, *said))
    await scanner.open()
    async with contextlib.aclosing(scanner.codes()) as codes:
        assert await anext(codes) == TRUSTED
    assert (await scanner.status()).dropped == 1
    await scanner.close()

    asked = []
    claims = lambda code: not asked.append(code)  # noqa: E731 - one line
    scanner = CameraCodeScanner(worker(tmp_path, monkeypatch, *said), claims=claims)
    await scanner.open()
    async with contextlib.aclosing(scanner.codes()) as codes:
        assert [await anext(codes), await anext(codes)] == [DOUBTFUL, TRUSTED]
    assert asked == [DOUBTFUL]
    await scanner.close()


def test_a_recogniser_is_handed_to_the_driver_that_the_settings_make():
    asked = []
    scanner = code_scanner({"driver": "camera", "address": "0"}, claims=lambda code: not asked.append(code))
    assert scanner._accepted({"codes": [packed(DOUBTFUL), packed(TRUSTED)]}) == [DOUBTFUL, TRUSTED]
    assert asked == [DOUBTFUL]


def test_the_decoders_live_in_the_process_that_sees_alone():
    """A kiosk's own process loads neither OpenCV nor a decoder."""
    look = (
        "import sys\nfrom devices.registry.code_scanner import code_scanner\n"
        "code_scanner({'driver': 'camera', 'address': '0'}, claims=bool)\n"
        "print({'cv2', 'numpy', 'zxingcpp', 'pyzbar'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, timeout=60)
    assert shown.stdout == "set()\n"


@pytest.mark.parametrize("nonsense", [{"codes": [{}]}, {"codes": 5}, {"codes": ["x"]}, {"fault": 7}])
async def test_a_worker_that_says_nonsense_is_a_protocol_error(tmp_path, monkeypatch, nonsense):
    scanner = CameraCodeScanner(worker(tmp_path, monkeypatch, {"ready": True}, nonsense))
    await scanner.open()
    async with contextlib.aclosing(scanner.codes()) as codes:
        with pytest.raises(DeviceProtocolError):
            await anext(codes)
    assert (await scanner.status()).sight is Sight.INOP
    await scanner.close()


async def test_a_code_is_told_again_only_after_it_was_away_while_the_camera_looked(tmp_path, monkeypatch):
    now = [0.0]
    lies = {"codes": [packed(TRUSTED)]}
    said = [{"ready": True}, lies, lies, {"alive": True}, lies]
    scanner = CameraCodeScanner(worker(tmp_path, monkeypatch, *said, ends=True), away_s=2.0, clock=lambda: now[0])
    for pause in (0.0, 100.0):  # closed for so long: the code lay there all the while
        now[0] += pause
        await scanner.open()
        assert await told_until_lost(scanner) == ([b"KPT1:TRUSTED"] if pause == 0 else [])
        await scanner.close()


async def told_until_lost(scanner):
    told = []
    with contextlib.suppress(DeviceLostError):
        async with contextlib.aclosing(scanner.codes()) as codes:
            async for code in codes:
                told += [code.data]
    return told
