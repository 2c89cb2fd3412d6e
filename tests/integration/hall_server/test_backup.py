"""A backup made beside a serving hall is restored into an empty place of either kind, and into no other."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest

from hall_server.domain.numbering import letters_of
from hall_server.store.backup import BackupError, back_up, restore
from hall_server.store.sqlite_store import FILE_NAME
from tests.integration.hall_server.served import HALL_ID, Machine, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIFE = "00000000-0000-4000-8000-000000000002"
KINDS = ("sqlite", "postgresql")


def place(kind: str, folder: Path, request: pytest.FixtureRequest) -> tuple[Path, str]:
    return folder, request.getfixturevalue("cluster").new_database() if kind == "postgresql" else ""


def home(folder: Path, database: str) -> list[str]:
    return ["--data", str(folder), *(["--database", database] if database else [])]


@pytest.fixture(params=KINDS)
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    folder, database = place(request.param, tmp_path / "data", request)
    hall = Served(folder, database=database)
    (folder / "pseudonym.key").write_text("ab" * 32 + "\n")
    hall.start()
    yield hall
    assert hall.stop() == 0
    assert hall.verify().endswith("whole")


@pytest.mark.parametrize("kind", KINDS)
def test_a_backup_made_while_serving_comes_back_as_a_new_life(
    served: Served, kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    credential = served.credential("kiosk", "K1")
    kiosk = Machine(served.address, credential)
    before = [kiosk.take() for _ in range(5)]
    kiosk.confirm(before[0]["id"])
    out = tmp_path / "today.zip"
    made = kapok("db", "backup", *served.home, "--out", str(out), "--json")
    assert (made.returncode, json.loads(made.stdout)["n"]) == (0, 6), made.stderr
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    after = kiosk.take()["label"]  # given out, and forgotten by the backup
    kiosk.close()

    folder, database = place(kind, tmp_path / "restored", request)
    said = kapok("db", "restore", *home(folder, database), str(out), "--json")
    assert said.returncode == 0, said.stderr
    assert (folder / "pseudonym.key").read_text() == "ab" * 32 + "\n"
    signing = [(path / "signing.key").read_text() for path in (folder, served.data)]
    assert signing[0] == signing[1]  # enrolled kiosks know the hall again
    again = Served(folder, database=database)
    again.start()
    kiosk = Machine(again.address, credential)  # the key came along
    now = kiosk.get("now").json()
    assert (now["n"], now["incarnation"]) == (6, json.loads(said.stdout)["incarnation"])
    fresh = kiosk.take()["label"]
    assert fresh not in {after, *(ticket["label"] for ticket in before)}
    assert fresh.removesuffix("001") == after[0] + letters_of(now["incarnation"])  # ADR 0010
    assert kiosk.get(f"tickets/{before[0]['id']}").json()["state"] == "waiting"
    kiosk.close()
    assert again.stop() == 0
    assert again.verify().endswith("whole")
    assert "nothing found" in kapok("db", "check", *again.home).stdout or database  # tests run without fsync

    twice = kapok("db", "restore", *home(folder, database), str(out))
    assert twice.returncode == 1
    assert "already" in twice.stderr
    assert len(twice.stderr.splitlines()) == 1
    assert kapok("db", "backup", *served.home, "--out", str(out)).stderr.endswith("is there already\n")


def broken(out: Path, name: str) -> None:
    whole = out.read_bytes()
    if name == "cut off":
        out.write_bytes(whole[: len(whole) // 2])
    elif name == "foreign":
        out.write_bytes(b"PK\x03\x04 or something else entirely")
    elif name == "empty":
        out.write_bytes(b"")
    elif name == "another zip":
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("readme.txt", "hello")
    else:
        with zipfile.ZipFile(out) as archive:
            parts = {part: archive.read(part) for part in archive.namelist()}
        with zipfile.ZipFile(out, "w") as archive:
            for part, body in parts.items():
                changed = body.replace(b"K1", b"K2") if part == "hall.sqlite3" and name == "changed" else body
                archive.writestr(part, changed)
            if name == "climbs out":
                archive.writestr("../../evil", "x")
    if name == "missing":
        out.unlink()


@pytest.mark.parametrize("name", ["cut off", "foreign", "empty", "another zip", "changed", "missing", "a folder"])
def test_a_file_that_cannot_be_restored_is_told_in_one_sentence_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    hall = Served(tmp_path / "data")
    hall.start()
    kiosk = hall.machine("kiosk", "K1")
    kiosk.take()
    kiosk.close()
    assert hall.stop() == 0
    out = tmp_path / "today.zip"
    assert kapok("db", "backup", *hall.home, "--out", str(out)).returncode == 0
    if name == "a folder":
        out = tmp_path
    else:
        broken(out, name)
    said = kapok("db", "restore", "--data", str(tmp_path / "new"), str(out))
    assert said.returncode == 1
    assert len(said.stderr.splitlines()) == 1, said.stderr
    assert str(out) in said.stderr
    assert list((tmp_path / "new").iterdir()) == []


def test_a_check_tells_what_is_wrong(tmp_path: Path, database: str) -> None:
    hall = Served(tmp_path / "data")
    assert "nothing found" in kapok("db", "check", *hall.home).stdout
    quick = Served(tmp_path / "quick", database=database)
    told = kapok("db", "check", *quick.home)
    assert told.returncode == 1
    assert "fsync=off" in told.stdout
    with (tmp_path / "data" / "hall.sqlite3").open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 4096)
    assert kapok("db", "check", *hall.home).returncode == 1


def test_a_database_that_cannot_be_reached_or_is_no_address_is_told(tmp_path: Path) -> None:
    nowhere = f"postgresql://nobody:secret@/halls?host={tmp_path}"
    for words in (["verify"], ["check"], ["migrate"], ["backup", "--out", str(tmp_path / "b.zip")]):
        said = kapok("db", *words, "--data", str(tmp_path), "--database", nowhere)
        assert said.returncode == 1
        assert len(said.stderr.splitlines()) == 1, said.stderr
        assert "secret" not in said.stderr
    assert "takes an address" in kapok("db", "check", "--data", str(tmp_path), "--database", "mysql://x").stderr


def test_a_backup_with_something_else_in_the_place_of_its_database_is_refused_in_words(tmp_path: Path) -> None:
    folder, out = tmp_path / "data", tmp_path / "odd.zip"
    Served(folder)
    assert kapok("db", "backup", "--data", str(folder), "--out", str(tmp_path / "today.zip")).returncode == 0
    with zipfile.ZipFile(tmp_path / "today.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        database = archive.read(FILE_NAME)
    for odd in (b"no database at all", database[:5000]):
        manifest["sha256"][FILE_NAME] = hashlib.sha256(odd).hexdigest()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("manifest.json", json.dumps(manifest))
            archive.writestr(FILE_NAME, odd)
        said = kapok("db", "restore", "--data", str(tmp_path / "restored"), str(out))
        assert said.returncode != 0
        assert said.stderr.startswith("Error: "), said.stderr
        assert "Traceback" not in said.stderr


def test_a_backup_with_one_wrong_byte_anywhere_is_refused_in_words_or_restored_whole(tmp_path: Path) -> None:
    folder, out = tmp_path / "data", tmp_path / "odd.zip"
    Served(folder)
    back_up(folder / FILE_NAME, HALL_ID, folder / "pseudonym.key", tmp_path / "today.zip", 0)
    whole = (tmp_path / "today.zip").read_bytes()
    for at in (*range(30, 130, 9), *range(200, len(whole), len(whole) // 20)):
        out.write_bytes(whole[:at] + bytes((whole[at] ^ 0x5A,)) + whole[at + 1 :])
        into = tmp_path / f"into_{at}"
        try:
            restore(out, into / FILE_NAME, into / "pseudonym.key", LIFE, 9)
        except BackupError:
            assert not (into / FILE_NAME).exists()


@pytest.mark.parametrize("name", ["", ".", "..", "/dev/zero", "../../../../../etc/passwd", "other.txt"])
def test_a_backup_that_names_files_of_this_machine_as_its_parts_is_refused_unread(tmp_path: Path, name: str) -> None:
    out, into = tmp_path / "odd.zip", tmp_path / "into"
    manifest = {"format": 1, "hall": "h", "revision": "", "incarnation": LIFE, "n": 0, "hash": "", "at": 0}
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("manifest.json", json.dumps({**manifest, "sha256": {name: "00"}}))
    with pytest.raises(BackupError, match="names parts"):
        restore(out, into / FILE_NAME, into / "pseudonym.key", LIFE, 9)
