"""`kapok device …` as people type it: real processes, real ptys, real signals."""

import asyncio
import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from devices import registry
from devices.commands import device
from devices.registry.kinds import Group
from devices.transports.input_events import EV_KEY, InputEvent, encode_event
from devices.transports.pty import PtyLine

ROOT = Path(__file__).resolve().parents[3]
NUMBER = "11010119900307109X"
KEY_KPENTER = 96


def command(*words):
    return [sys.executable, str(ROOT / "kapok.py"), "device", *map(str, words)]


def run(*words, **options):
    return subprocess.run(command(*words), capture_output=True, text=True, timeout=40, check=False, **options)


@contextlib.contextmanager
def started(*words, **options):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | options
    with subprocess.Popen(command(*words), **pipes) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.communicate(timeout=20)


@contextlib.contextmanager
def emulated(kind, *words):
    with started("emulate", kind, "--json", *words) as process:
        process.address = json.loads(process.stdout.readline())["address"]
        yield process


def say(process, line):
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_every_command_teaches_with_an_example():
    for name in ("list", "ports", "probe", "doctor", "read-card", "scan", "trace", "replay", "emulate", "drill"):
        shown = run(name, "--help")
        assert shown.returncode == 0
        assert f"Example: kapok device {name}" in shown.stdout


def test_list_names_the_drivers_for_people_and_programs():
    assert "[device.id_card]  driver = sdt" in run("list").stdout
    listed = rows(run("list", "--json").stdout)
    assert {row["kind"] for row in listed if "kind" in row} == set(registry.NAMES)
    assert {row["group"] for row in listed} == set(Group)  # a group without kinds is said so
    card = next(row["quality"] for row in listed if row.get("kind") == "id_card")
    assert "probed_on_hardware" in card["todo"]


def test_cl_c14_list_names_the_equipment_of_a_kiosk_in_the_plan_s_five_groups(tmp_path):
    file = tmp_path / "kiosk.toml"
    file.write_text(
        '[device.id_card]\ndriver = "sdt"\naddress = "/dev/ttyUSB0"\n'
        '[device.receipt_printer]\naddress = "tcp://127.0.0.1:9100"\n'
    )
    shown = run("list", "--config", file).stdout
    assert [group.chinese for group in Group if f"{group.chinese} {group.value}" in shown] == [
        "预约取号",
        "安防监控",
        "屏幕显示",
        "信息采集录入",
        "核验扫描",
    ]
    listed = rows(run("list", "--config", file, "--json").stdout)
    assert [(row["group_chinese"], row["kind"], row["driver"], row["address"]) for row in listed] == [
        ("预约取号", "receipt_printer", "escpos", "tcp://127.0.0.1:9100"),
        ("核验扫描", "id_card", "sdt", "/dev/ttyUSB0"),
    ]


def test_a_card_laid_by_word_is_read_masked(tmp_path):
    with emulated("id-card", "--link", tmp_path / "card") as box:
        assert box.address == str(tmp_path / "card")
        assert say(box, f"lay 王小明 {NUMBER}") == {"done": "lay: done"}
        shown = run("read-card", "--address", box.address, "--json", "--seconds", 20)
        assert rows(shown.stdout) == [
            {"event": "reading"},
            {"event": "card", "kind": "resident", "name": "王*", "number": "*109X"},
        ]
        assert "19900307" not in shown.stdout + shown.stderr
        assert "error" in say(box, "jump")
        assert "error" in say(box, "lay \udcff x".encode("utf-8", "replace").decode())


def test_a_whole_card_is_shown_on_a_terminal_only(tmp_path):
    with emulated("id-card", "--link", tmp_path / "card") as box:
        say(box, f"lay 王小明 {NUMBER}")
        refused = run("read-card", "--address", box.address, "--full-on-screen")
        assert refused.returncode == 2
        assert "terminal only" in refused.stderr
        screen, inside = pty.openpty()
        words = command("read-card", "--address", box.address, "--full-on-screen", "--json", "--seconds", 20)
        with subprocess.Popen(words, stdout=inside, stdin=subprocess.DEVNULL) as process:
            os.close(inside)
            shown = b""
            with contextlib.suppress(OSError):  # the terminal's other side has closed
                while data := os.read(screen, 4096):
                    shown += data
            process.wait(timeout=20)
        os.close(screen)
        assert NUMBER.encode() in shown


def test_probe_says_how_it_is_and_its_exit_code_too(tmp_path):
    with emulated("id-card") as box:
        well = run("probe", "id-card", "--address", box.address, "--try-bauds", "--json")
        assert well.returncode == 0
        [row] = rows(well.stdout)
        assert row.pop("sam_id").startswith("05.01-")
        assert row == {"device": "id_card", "health": "normal", "reason": "", "baud": 115200}
    gone = run("probe", "id-card", "--address", tmp_path / "nothing", "--json")
    assert gone.returncode == 1
    assert rows(gone.stdout)[0]["reason"] == "device_lost"


def test_a_code_is_shown_by_its_beginning():
    with emulated("code-scanner") as box, started("scan", "--address", box.address, "--json", "--seconds", 20) as scan:
        waiting = True
        while waiting:  # until the scan command listens, codes go nowhere
            say(box, "scan KPT1:0123456789")
            with contextlib.suppress(subprocess.TimeoutExpired):
                scan.wait(timeout=0.2)
                waiting = False
        assert rows(scan.stdout.read()) == [{"bytes": "15", "encoding": "utf-8", "text": "KPT1…"}]
        assert "error" in say(box, "scan-hex zz")
        assert say(box, "scan-hex 41") == {"done": "scan-hex: done"}


def test_a_trace_is_written_on_request_and_can_be_replayed(tmp_path):
    out = tmp_path / "trace.jsonl"
    with emulated("id-card") as box:
        say(box, f"lay 王小明 {NUMBER}")
        traced = run("trace", "id-card", "--address", box.address, "--out", out, "--seconds", 3)
        assert traced.stdout.split() == ["reading", "card"]
        assert "personal data" in traced.stderr
        assert run("trace", "id-card", "--address", box.address, "--out", out).returncode == 1
    assert out.stat().st_mode & 0o777 == 0o600
    replayed = run("read-card", "--address", f"replay://{out}", "--json")
    assert rows(replayed.stdout)[-1]["number"] == "*109X"
    assert run("replay", "id-card", out).stdout.split()[:2] == ["reading", "card"]


def test_a_printer_is_traced_and_replayed_by_the_same_words(tmp_path):
    out = tmp_path / "trace.jsonl"
    same = ("--set", "acknowledges=status")  # the other way makes up a number for each question
    with emulated("receipt-printer", "--port", 0) as box:
        traced = run("trace", "receipt-printer", "--address", box.address, "--out", out, "--seconds", 2, *same)
        assert traced.stdout.split() == ["normal"]
    replayed = run("replay", "receipt-printer", out, *same)
    assert replayed.stdout.split()[0] == "normal"
    assert "Traceback" not in replayed.stderr


def test_key_presses_are_traced_and_replayed_too(tmp_path):
    out = tmp_path / "trace.jsonl"
    pad = ("--driver", "keypad")
    keypad = PtyLine()

    async def press():
        await keypad.open()
        words = command("trace", "caller", "--address", keypad.path, "--out", out, "--seconds", 30, *pad)
        tracing = await asyncio.create_subprocess_exec(*words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        saying = asyncio.create_task(tracing.stdout.readline())
        while not saying.done():  # until the command listens, keys go nowhere
            for value in (1, 0):
                await keypad.write(encode_event(InputEvent(time.monotonic(), EV_KEY, KEY_KPENTER, value)))
            await asyncio.wait({saying}, timeout=0.2)
        tracing.terminate()
        await tracing.wait()
        await keypad.close()
        return saying.result().decode()

    said = asyncio.run(press())
    assert said
    assert run("replay", "caller", out, *pad).stdout.startswith(said)


def test_ports_are_told_apart_into_those_of_a_file_and_the_rest(tmp_path):
    kiosk = tmp_path / "kiosk.toml"
    kiosk.write_text('[device.id_card]\ndriver = "sdt"\naddress = "/dev/ttyS0"\n', encoding="utf-8")
    shown = run("ports", "--config", kiosk, "--json")
    assert shown.returncode == 0
    assert all(row["device"] == ("id_card" if row["port"] == "/dev/ttyS0" else "") for row in rows(shown.stdout))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("read-card", "--address", "com1"), 1),
        (("read-card",), 2),
        (("read-card", "--address", "/dev/null", "--count", "0"), 2),
        (("probe", "toaster", "--address", "/dev/null"), 2),
        (("probe", "id-card"), 1),
        (("probe", "id-card", "--address", "/dev/null", "--driver", "std"), 1),
        (("probe", "id-card", "--address", "/dev/null", "--set", "poll_s"), 2),
        (("probe", "id-card", "--address", "/dev/null", "--set", "poll_s=soon"), 2),
        (("probe", "id-card", "--address", "/dev/null", "--set", "rtscts=perhaps"), 2),
        (("probe", "id-card", "--address", "/dev/null", "--set", "colour=red"), 1),
        (("trace", "camera", "--address", "http://127.0.0.1:1/", "--out", "/nowhere"), 2),
        (("replay", "id-card", "/nowhere"), 2),
        (("replay", "id-card", __file__), 1),
        (("ports", "--config", "/nowhere"), 1),
        (("ports", "--config", __file__), 1),
        (("scan", "--address", "tcp://127.0.0.1:1"), 1),
        (("scan", "--address", "replay:///nowhere"), 1),
        (("trace", "id-card", "--address", "/nowhere", "--out", "/nowhere/at/all"), 1),
    ],
)
def test_what_is_typed_wrong_is_answered_in_a_line_and_never_with_a_traceback(words, code):
    shown = CliRunner().invoke(device, [str(word) for word in words])
    assert shown.exit_code == code
    assert "Error: " in shown.stderr
    assert isinstance(shown.exception, SystemExit)


@pytest.mark.parametrize("kind", [name.replace("_", "-") for name in registry.NAMES])
def test_an_emulator_runs_on_without_standard_input_and_ends_on_a_signal(kind):
    with started("emulate", kind, stdin=subprocess.DEVNULL) as process:
        assert process.stdout.readline().startswith(f"{kind} at ")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
        assert process.returncode == 0
        assert errors == ""


def test_the_emulated_printer_obeys_words_over_tcp(tmp_path):
    with emulated("receipt-printer", "--port", 0, "--folder", tmp_path) as box:
        assert box.address.startswith("tcp://127.0.0.1:")
        assert say(box, "paper-out") == {"done": "paper-out: done"}
        shown = run("probe", "receipt-printer", "--address", box.address, "--json")
        assert shown.returncode == 1
        assert rows(shown.stdout)[0]["reason"] == "paper_out"
        say(box, "heal")
        assert run("probe", "receipt-printer", "--address", box.address).returncode == 0
        assert "error" in say(box, "explode")
