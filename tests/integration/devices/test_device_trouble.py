"""What `kapok device …` says when it cannot: the fault, what to do in two languages, an exit code, no traceback."""

import socket

import pytest
from click.testing import CliRunner

from devices.commands import device


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
