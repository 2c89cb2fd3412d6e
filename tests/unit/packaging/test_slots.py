"""Slots: a version goes to work when it is well, and the one before comes back by itself when it is not.

`systemctl` and the programs are stand-ins here: scripts in the way. `make drill-install` has the real ones.
"""

from __future__ import annotations

import http.server
import json
import os
import pwd
import ssl
import subprocess
import threading
from typing import TYPE_CHECKING, ClassVar

import gate
import kapok_slots
import keeping
import pytest
from kapok_slots import DONE, ROLLED_BACK, STUCK, WRONG, Slots, use, wished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SYSTEMCTL = """#!/bin/sh
# is well unless the version at work is on the list of the bad
at_work=$(readlink {root}/hall/current); echo "$1 $at_work" >>{root}/said
case "$1" in
  start) ! grep -qx "$at_work" {root}/bad ;;
  show)
    state=active
    if grep -qx "$at_work" {root}/sick; then state=failed; fi
    if [ "$3" = ActiveState ]; then echo $state; else echo 0; fi ;;
esac
"""
PROGRAM = """#!/bin/sh
# kapok db backup|migrate|restore|verify of one version: the tables are one word, the newest event another, in a file
data=$(printf '%s\\n' "$@" | sed -n '/--data/{{n;p}}')
out=$(printf '%s\\n' "$@" | sed -n '/--out/{{n;p}}')
read -r tables n <"$data/hall" 2>/dev/null
case "$2" in
  backup) cp "$data/hall" "$out"; echo '{{"n": '"$n"'}}' ;;
  migrate) echo "{tables} $n" >"$data/hall"; echo '{{"before": "'"$tables"'", "after": "{tables}"}}' ;;
  restore)
    for last; do [ "$last" = --json ] || file=$last; done
    mkdir -p "$data"; cp "$file" "$data/hall"; read -r t n <"$file"; echo '{{"n": '"$n"'}}' ;;
  verify) echo '{{"events": '"$n"', "tickets": 1}}' ;;
esac
"""


class Machine:
    """A machine with a hall in 1.0 and three more versions."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.data = folder / "data/hall"
        self.data.mkdir(parents=True)
        (folder / "backups").mkdir()
        for name in ("bad", "sick", "said"):
            (folder / name).touch()
        for version, tables in {"1.0": "t1", "1.1": "t1", "2.0": "t2", "2.1": "t2"}.items():
            program = folder / f"hall/{version}/bin/kapok"
            program.parent.mkdir(parents=True)
            program.write_text(PROGRAM.format(tables=tables), encoding="utf-8")
            program.chmod(0o755)
        user = pwd.getpwuid(os.getuid()).pw_name
        wish = str(folder / "wish")
        role = gate.Role("hall", "kapok-hall.service", user, data=str(self.data), wish=wish, gate_s=2, in_a_row=2)
        self.slots = Slots(role, root=folder, book=folder / "book")
        (self.data / "hall").write_text("t1 7\n", encoding="utf-8")
        (self.data / "gone").symlink_to("nowhere")  # some library left it
        self.slots.switch("1.0")

    def not_well(self, kind: str, version: str) -> None:
        (self.root / kind).write_text(f"{version}\n", encoding="utf-8")

    @property
    def hall(self) -> str:
        return (self.data / "hall").read_text(encoding="utf-8").strip()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine(tmp_path)
    stand_in = tmp_path / "bin/systemctl"
    stand_in.parent.mkdir()
    stand_in.write_text(SYSTEMCTL.format(root=tmp_path), encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{stand_in.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(keeping, "ROOT", tmp_path)
    monkeypatch.setattr(keeping, "BACKUPS", tmp_path / "backups")
    monkeypatch.setattr(kapok_slots, "SYSTEMD_RUNS", tmp_path)
    monkeypatch.setattr(gate, "_BETWEEN_S", 0.01)
    return made


def test_a_version_that_is_well_goes_to_work_on_tables_of_its_own(machine: Machine, capsys) -> None:
    assert use(machine.slots, "2.0") == DONE
    assert machine.slots.at_work() == "2.0"
    assert machine.hall == "t2 7"
    told = capsys.readouterr().out
    assert "已备份" in told
    assert "tables from t1 to t2" in told
    assert "2.0 is well and at work" in told
    assert list((machine.root / "backups").glob("before-*.zip"))


def test_a_version_that_does_not_start_leaves_the_hall_as_it_was(machine: Machine, capsys) -> None:
    machine.not_well("bad", "2.0")
    assert use(machine.slots, "2.0") == ROLLED_BACK
    assert machine.slots.at_work() == "1.0"
    assert machine.hall == "t1 7"
    told = capsys.readouterr().out
    assert "2.0 is not well" in told
    assert "nothing is lost" in told
    assert "已自动退回 1.0" in told


def test_a_migration_that_breaks_off_leaves_the_hall_as_it_was(machine: Machine, capsys) -> None:
    program = machine.root / "hall/2.0/bin/kapok"
    broken = program.read_text(encoding="utf-8").replace(
        "migrate) echo", 'migrate) echo half >"$data/hall"; exit 1; echo'
    )
    program.write_text(broken, encoding="utf-8")
    assert use(machine.slots, "2.0") == ROLLED_BACK
    assert machine.slots.at_work() == "1.0"
    assert machine.hall == "t1 7"
    assert "db migrate` of 2.0" in capsys.readouterr().out


def test_whatever_goes_wrong_the_hall_goes_on(machine: Machine) -> None:
    (machine.root / "hall/1.0/bin/kapok").unlink()  # nobody can even make a backup
    (machine.root / "hall/1.0/bin/kapok").mkdir()
    assert use(machine.slots, "2.0") == ROLLED_BACK
    assert machine.slots.at_work() == "1.0"
    assert machine.hall == "t1 7"


def test_a_version_that_served_and_fell_ill_hands_back_a_hall_with_a_new_life(machine: Machine, capsys) -> None:
    machine.not_well("sick", "2.0")
    assert use(machine.slots, "2.0") == ROLLED_BACK
    assert machine.hall == "t1 7"
    assert "new life" in capsys.readouterr().out
    assert (machine.data.with_name("hall-of-2.0") / "hall").read_text(encoding="utf-8") == "t2 7\n"


def test_without_other_tables_the_same_hall_goes_on(machine: Machine, capsys) -> None:
    machine.not_well("sick", "1.1")
    assert use(machine.slots, "1.1") == ROLLED_BACK
    assert machine.hall == "t1 7"
    assert "tables were not changed" in capsys.readouterr().out


def test_a_version_that_was_not_well_is_tried_again_only_when_told(machine: Machine) -> None:
    machine.not_well("bad", "1.1")
    use(machine.slots, "1.1")
    machine.not_well("bad", "")
    assert use(machine.slots, "1.1") == ROLLED_BACK
    assert use(machine.slots, "1.1", again=True) == DONE
    assert machine.slots.book()["bad"] == []


def test_when_the_one_before_is_not_well_either_a_person_is_called(machine: Machine, capsys) -> None:
    (machine.root / "bad").write_text("1.0\n1.1\n", encoding="utf-8")
    assert use(machine.slots, "1.1") == STUCK
    assert "not well either" in capsys.readouterr().out


@pytest.mark.parametrize("waits_for", ["{}/hall.toml", "!{}"])
def test_a_service_that_waits_for_its_settings_is_only_switched(machine: Machine, capsys, waits_for: str) -> None:
    need = waits_for.format(machine.root)
    waiting = gate.Role("hall", "kapok-hall.service", "root", needs=(need,))
    assert use(Slots(waiting, machine.root, machine.root / "book"), "1.1") == DONE
    assert need in capsys.readouterr().out
    assert not (machine.root / "said").read_text(encoding="utf-8")


def test_versions_that_are_not_there_or_at_work_already_change_nothing(machine: Machine) -> None:
    assert use(machine.slots, "9.9") == WRONG
    assert use(machine.slots, "1.0") == DONE
    assert not (machine.root / "said").read_text(encoding="utf-8")


def test_the_link_changes_in_one_step(machine: Machine) -> None:
    link = machine.root / "hall/current"
    (machine.root / "hall/.current").symlink_to("half")  # a power cut left it
    machine.slots.switch("1.1")
    assert str(link.readlink()) == "1.1"
    assert not (machine.root / "hall/.current").is_symlink()


def test_backups_are_proved_and_the_oldest_go(machine: Machine) -> None:
    made = [keeping.back_up(machine.slots.role, "1.0", 2) for _ in range(4)]
    assert [one["removed"] for one in made] == [0, 0, 1, 1]
    assert made[-1]["restored"] == {"events": 7, "tickets": 1}
    assert sorted(str(path) for path in (machine.root / "backups").glob("hall-*.zip")) == [
        one["file"] for one in made[2:]
    ]


def test_a_backup_that_comes_back_otherwise_is_told(machine: Machine) -> None:
    program = machine.root / "hall/1.0/bin/kapok"
    lying = PROGRAM.format(tables="t1").replace(
        "echo '{\"n\": '\"$n\"'}' ;;\n  migrate", "echo '{\"n\": 99}' ;;\n  migrate"
    )
    program.write_text(lying, encoding="utf-8")
    with pytest.raises(keeping.KeepingError, match="made at event 99 and comes back at event 7"):
        keeping.back_up(machine.slots.role, "1.0", 2)


class Answers(http.server.BaseHTTPRequestHandler):
    """A hall that tells its health."""

    said: ClassVar[dict[str, str]] = {}

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(self.said).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(params=["http", "https"])
def answering(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[gate.Role]:
    """The role of a hall that answers on a port of this machine."""
    words = ""
    with http.server.HTTPServer(("127.0.0.1", 0), Answers) as server:
        if request.param == "https":
            made = [str(tmp_path / name) for name in ("own.pem", "own.key")]
            new = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            subprocess.run(
                [*new, "-subj", "/CN=hall", "-out", made[0], "-keyout", made[1]], check=True, capture_output=True
            )
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*made)
            server.socket = context.wrap_socket(server.socket, server_side=True)
            words = "KAPOK_HALL_WORDS=--tls\n"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings = tmp_path / "hall.env"
        settings.write_text(f"# 监听\nKAPOK_HOST=0.0.0.0\nKAPOK_PORT={server.server_port}\n{words}", encoding="utf-8")
        yield gate.Role("hall", "kapok-hall.service", "root", settings=str(settings), health="/h", gate_s=1, in_a_row=2)
        server.shutdown()


def test_a_hall_answers_for_the_version_that_it_is(machine: Machine, answering: gate.Role) -> None:
    Answers.said = {"status": "ok", "build": "1.1+abc"}
    assert gate.passes(answering, "1.1") == ""
    assert "not by 1.2" in gate.passes(answering, "1.2")
    Answers.said = {"status": "ill", "build": "1.1+abc"}
    assert "answers 200 ill" in gate.passes(answering, "1.1")


def test_cl_e14_a_version_that_the_program_wishes_goes_to_work_and_the_wish_is_over(machine: Machine) -> None:
    (machine.root / "wish").write_text("1.1\n", encoding="ascii")
    assert wished(machine.slots) == DONE
    assert machine.slots.at_work() == "1.1"
    assert (machine.slots.book()["wished"], machine.slots.book()["came"]) == ("1.1", DONE)
    assert not (machine.root / "wish").exists()


@pytest.mark.parametrize(("version", "came"), [("2.0", ROLLED_BACK), ("9.9", WRONG)])
def test_cl_e14_the_book_tells_a_program_that_its_wish_came_to_nothing(
    machine: Machine, version: str, came: int
) -> None:
    machine.not_well("bad", "2.0")
    (machine.root / "wish").write_text(f"{version}\n", encoding="ascii")
    assert wished(machine.slots) == came
    assert machine.slots.at_work() == "1.0"
    assert (machine.slots.book()["wished"], machine.slots.book()["came"]) == (version, came)


@pytest.mark.parametrize("wish", [b"", b"../../etc", b"1.1; reboot", b"\xff\xfe", b"1" * 4000, b"1.1\n2.0\n"])
def test_a_wish_that_names_no_version_changes_nothing(machine: Machine, wish: bytes) -> None:
    (machine.root / "wish").write_bytes(wish)
    assert wished(machine.slots) == WRONG
    assert machine.slots.at_work() == "1.0"
    assert not (machine.root / "wish").exists()


def test_a_wish_that_is_a_link_is_not_followed(machine: Machine) -> None:
    (machine.root / "elsewhere").write_text("1.1\n", encoding="ascii")
    (machine.root / "wish").symlink_to(machine.root / "elsewhere")
    assert wished(machine.slots) == WRONG
    assert machine.slots.at_work() == "1.0"
    assert (machine.root / "elsewhere").exists()
