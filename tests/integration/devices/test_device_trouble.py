"""What `kapok device …` says when it cannot: the fault, what to do in two languages, an exit code, no traceback."""

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from devices.commands import device
from devices.commands.trouble import help_against
from devices.errors import DeviceLostError

ROOT = Path(__file__).resolve().parents[3]


def said(*words):
    """The exit code, and what stands behind "Error: "."""
    shown = CliRunner().invoke(device, [str(word) for word in words])
    assert isinstance(shown.exception, SystemExit), shown.exception
    return shown.exit_code, shown.stderr.partition("Error: ")[2]


def has_both_languages(text):
    return any("一" <= letter <= "鿿" for letter in text) and any("a" <= letter <= "z" for letter in text)


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("kind", ["id-card", "receipt-printer", "page-printer", "camera"])
def test_an_emulator_whose_port_is_taken_says_so_and_what_to_do(kind, taken_port):
    code, words = said("emulate", kind, "--port", taken_port)
    assert code == 1
    assert "端口已被占用" in words
    assert "choose another --port" in words


@pytest.mark.parametrize("kind", ["id-card", "receipt-printer", "page-printer", "camera"])
def test_an_emulator_that_is_plugged_in_twice_goes_on_obeying(kind):
    words = [sys.executable, str(ROOT / "kapok.py"), "device", "emulate", kind, "--port", "0", "--json"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        process.stdin.write("plug\nplug\nheal\n")
        process.stdin.flush()
        answers = [json.loads(process.stdout.readline()) for _ in range(4)]
        process.terminate()
    assert answers[1:] == [{"done": "plug: done"}] * 2 + [{"done": "heal: done"}]


def test_a_link_never_takes_the_place_of_a_file(tmp_path):
    file = tmp_path / "letters"
    file.write_text("not to be lost", encoding="utf-8")
    code, words = said("emulate", "id-card", "--link", file)
    assert code == 1
    assert "已有同名文件" in words
    assert file.read_text(encoding="utf-8") == "not to be lost"


@pytest.mark.parametrize(
    "words",
    [
        ("emulate", "code-scanner", "--link", "/nowhere/at/all"),
        ("emulate", "page-printer", "--folder", "/proc/nowhere"),
        ("emulate", "receipt-printer", "--folder", "/proc/nowhere"),
        ("drill", "code-scanner", "--fault", "normal", "--out", "/proc/nowhere/drill.json"),
        ("drill", "code-scanner", "--fault", "normal", "--out", "/proc/drill.json"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_anything_begins(words):
    code, told = said(*words)
    assert code == 1
    assert "检查路径" in told
    assert "check the path" in told


@pytest.mark.parametrize(
    ("words", "doctor"),
    [
        (("read-card", "--address", "/dev/serial/by-id/nothing"), "doctor id-card"),
        (("scan", "--address", "tcp://127.0.0.1:1"), "doctor code-scanner"),
        (("read-card", "--address", "com1"), ""),
        (("replay", "id-card", __file__), ""),
    ],
)
def test_a_fault_is_told_with_what_helps_and_who_knows_more(words, doctor):
    code, told = said(*words)
    assert code == 1
    assert has_both_languages(told)
    assert doctor in told
    assert ("doctor" in told) == bool(doctor)


def probed(*words):
    shown = CliRunner().invoke(device, ["probe", *map(str, words)])
    assert isinstance(shown.exception, SystemExit), shown.exception
    return shown


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        (("id-card", "--address", "/dev/serial/by-id/nothing"), "No such file"),
        (("receipt-printer", "--address", "tcp://127.0.0.1:1"), "127.0.0.1:1"),
        (("page-printer", "--address", "ipp://127.0.0.1:1/ipp/print"), "Refused"),
        (("code-scanner", "--driver", "evdev", "--address", "/dev/input/by-id/nothing"), "No such file"),
    ],
)
def test_a_probe_of_what_does_not_work_says_what_to_do_for_people_and_programs(words, detail):
    shown = probed(*words)
    assert shown.exit_code == 1
    assert detail in shown.stdout
    assert has_both_languages(shown.stdout)
    assert f"kapok device doctor {words[0]}" in shown.stdout
    shown = probed(*words, "--json")
    assert shown.exit_code == 1
    [row] = [json.loads(line) for line in shown.stdout.splitlines()]
    assert row["reason"]
    assert row["chinese"]
    assert row["english"]


def test_what_the_system_said_decides_what_helps(tmp_path):
    assert "nothing listens on the port" in said("read-card", "--address", "tcp://127.0.0.1:1")[1]
    assert "没有这个设备文件" in probed("id-card", "--address", tmp_path / "nothing").stdout
    assert "这个文件不是串口" in probed("id-card", "--address", tmp_path).stdout


@pytest.mark.parametrize(
    ("error", "english"),
    [
        (OSError(errno.EACCES, "no"), "This user may not use it"),
        (OSError(errno.EBUSY, "no"), "Another program has it"),
        (TimeoutError(), "cannot be reached"),
        (OSError(errno.EIO, "no"), "check power and cable"),
    ],
)
def test_permission_and_other_programs_are_told_apart_from_cables(error, english):
    lost = DeviceLostError("id_card", "cannot open")
    lost.__cause__ = error
    assert english in help_against(lost)[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("scan", "--address", "/dev/null"), "这个文件不是串口"),
        (("scan", "--driver", "evdev", "--address", "/dev/null"), "这个文件不是串口"),
        (("scan", "--driver", "evdev", "--address", __file__), "这个文件不是输入设备"),
    ],
)
def test_a_file_that_is_no_device_is_told_to_be_none(words, code):
    exit_code, told = said(*words)
    assert exit_code == 1
    assert code in told
    assert "never retrieved" not in told


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_a_terminal_that_lacks_letters_is_answered_all_the_same(encoding):
    words = [sys.executable, str(ROOT / "kapok.py"), "device", "doctor", "code-scanner", "--driver", "wedge"]
    env = os.environ | {"PYTHONIOENCODING": encoding}
    shown = subprocess.run(words, capture_output=True, env=env, check=False, timeout=40)
    assert shown.returncode == 0, shown.stderr
    assert b"heard_by_window" in shown.stdout
    assert "界面".encode("gbk") in shown.stdout or encoding != "gbk"


@pytest.mark.parametrize("command", ["probe", "scan"])
def test_what_only_the_window_hears_is_refused_with_what_to_do(command):
    words = ["code-scanner"] if command == "probe" else []
    shown = CliRunner().invoke(device, [command, *words, "--driver", "wedge"])
    assert shown.exit_code == 2
    assert "在界面上扫一次" in shown.stderr


@pytest.mark.parametrize("driver", ["wedge", "simulator"])
def test_a_driver_without_a_wire_is_neither_traced_nor_replayed(driver, tmp_path):
    trace = tmp_path / "trace.jsonl"
    trace.touch()
    for words in (("replay", "code-scanner", trace), ("trace", "code-scanner", "--address", "x", "--out", trace)):
        code, told = said(*words, "--driver", driver)
        assert code == 2
        assert "no wire of bytes" in told
