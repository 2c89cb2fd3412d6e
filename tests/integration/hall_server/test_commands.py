"""The commands as somebody types them."""

from __future__ import annotations

import json
import re
import sqlite3
import stat
import tomllib
from typing import TYPE_CHECKING

import argon2
import pytest

from tests.integration.hall_server.served import ROOT, SITE_FILE, Served, kapok

if TYPE_CHECKING:
    from pathlib import Path


GOLDEN = ROOT / "tests" / "golden" / "hall_server"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hall") / "data"
    made = kapok("hall", "init", "--data", str(folder), "--site", str(SITE_FILE))
    assert (made.returncode, made.stderr) == (0, "")
    return folder


def refused(*words: str, text: str = "") -> str:
    answer = kapok(*words, text=text)
    assert answer.returncode not in {0, -6, -11}
    assert "Traceback" not in answer.stderr
    return answer.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("hall",), ("hall", "init"), ("hall", "serve"), ("hall", "check"), ("hall", "pin"), ("hall", "key"),
        ("hall", "key", "new"), ("hall", "key", "list"), ("hall", "key", "revoke"), ("db",), ("db", "verify"),
        ("db", "migrate"), ("db", "check"), ("db", "backup"), ("db", "restore"),
    ],
)  # fmt: skip
def test_help_teaches_with_an_example(words: tuple[str, ...]) -> None:
    answer = kapok(*words, "--help")
    assert answer.returncode == 0
    assert f"kapok {words[0]}" in answer.stdout or "Roles:" in answer.stdout


def test_a_hall_is_made_once_and_privately(data: Path) -> None:
    for name in ("hall.sqlite3", "pseudonym.key"):
        assert stat.S_IMODE((data / name).stat().st_mode) == 0o600
    assert len((data / "pseudonym.key").read_text().strip()) == 64
    assert "made once" in refused("hall", "init", "--data", str(data), "--site", str(SITE_FILE))


def test_a_site_file_is_checked(tmp_path: Path) -> None:
    answer = kapok("hall", "check", "--site", str(SITE_FILE), "--json")
    found = json.loads(answer.stdout)
    pauses = [one for one in found.pop("findings") if one["code"] == "queue_pauses"]
    assert found == {"hall": "gz-demo-district", "counters": 12, "queues": 10, "items": 28}
    assert [one["subject"] for one in pauses] == ["H", "L", "N", "P"]
    bad = tmp_path / "bad.toml"
    bad.write_text(SITE_FILE.read_text().replace('queues = ["L", "K"]', 'queues = ["L", "Q"]', 1))
    said = refused("hall", "check", "--site", str(bad))
    assert str(bad) in said
    assert "counter[0].queues" in said


def test_an_outcome_that_no_rule_knows_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(SITE_FILE.read_text().replace('letter = "A"', 'letter = "A"\ndefault_outcome = "happy"', 1))
    said = refused("hall", "check", "--site", str(bad))
    assert "default_outcome" in said
    assert "accepted" in said


def test_a_key_is_shown_once_listed_without_its_secret_and_revoked(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "K9.toml"
    words = ("hall", "key", "new", "--data", str(data), "--role", "kiosk", "--name", "K9", "--kiosk", "K1")
    assert kapok(*words, "--out", str(out), "--server", "http://127.0.0.1:1").returncode == 0
    credential = tomllib.loads(out.read_text())
    assert set(credential) == {"server", "hall", "key_id", "secret", "pseudonym_key"}
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert "is there already" in refused(*words, "--out", str(out))
    listed = kapok("hall", "key", "list", "--data", str(data)).stdout
    assert credential["key_id"] in listed
    assert credential["secret"] not in listed
    assert credential["secret"].encode() not in (data / "hall.sqlite3").read_bytes()
    assert kapok("hall", "key", "revoke", "--data", str(data), credential["key_id"]).returncode == 0
    assert "revoked" in refused("hall", "key", "revoke", "--data", str(data), credential["key_id"])
    told = json.loads(kapok("hall", "key", "list", "--data", str(data), "--json").stdout)
    assert {key["state"] for key in told if key["key_id"] == credential["key_id"]} == {"revoked"}


def test_only_a_kiosk_gets_the_key_of_pseudonyms(data: Path) -> None:
    words = ("hall", "key", "new", "--data", str(data), "--role", "board", "--name", "B1", "--json")
    assert set(json.loads(kapok(*words).stdout)) == {"hall", "key_id", "secret"}


@pytest.mark.parametrize(
    "words",
    [
        ("--role", "board", "--name", "a b"),
        ("--role", "board", "--name", "B", "--counter", "3"),
        ("--role", "counter", "--name", "C", "--kiosk", "K1"),
        ("--role", "king", "--name", "C"),
        ("--role", "board", "--name", "B", "--server", 'http://x"\nhall="evil'),
    ],
)
def test_a_key_that_makes_no_sense_is_refused(data: Path, words: tuple[str, ...]) -> None:
    assert "Usage" in refused("hall", "key", "new", "--data", str(data), *words)


def test_a_key_that_cannot_be_handed_over_is_not_made(data: Path, tmp_path: Path) -> None:
    def keys() -> str:
        return kapok("hall", "key", "list", "--data", str(data)).stdout

    before = keys()
    words = ("hall", "key", "new", "--data", str(data), "--role", "kiosk", "--name", "K5")
    assert "cannot write" in refused(*words, "--out", str(tmp_path / "nowhere" / "k.toml"))
    secret = data / "pseudonym.key"
    secret.rename(data / "away")
    said = refused(*words, "--out", str(tmp_path / "k.toml"))
    (data / "away").rename(secret)
    assert "pseudonym.key cannot be read" in said
    assert not (tmp_path / "k.toml").exists()
    assert keys() == before


def test_a_left_over_secret_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "pseudonym.key").write_text("old\n")
    for _ in range(2):
        assert "pseudonym.key is there already" in refused(
            "hall", "init", "--data", str(tmp_path), "--site", str(SITE_FILE)
        )
    assert [path.name for path in tmp_path.iterdir()] == ["pseudonym.key"]


def test_a_pin_is_hashed_from_a_pipe() -> None:
    hashed = kapok("hall", "pin", text="4711\n").stdout.strip()
    assert argon2.PasswordHasher().verify(hashed, "4711")
    for bad in ("471\n", "\n", "abcd\n", "1" * 13):
        assert "4 to 12 digits" in refused("hall", "pin", text=bad)


def test_a_history_is_proved_and_tables_are_up_to_date(data: Path) -> None:
    proof = kapok("db", "verify", "--data", str(data), "--json")
    assert (proof.returncode, json.loads(proof.stdout)) == (0, {"events": 0, "tickets": 0, "findings": []})
    assert "nothing to do" in kapok("db", "migrate", "--data", str(data)).stdout


def test_a_folder_without_a_hall_is_told(tmp_path: Path) -> None:
    for words in (("db", "verify"), ("db", "migrate"), ("hall", "key", "list")):
        assert "kapok hall init" in refused(*words, "--data", str(tmp_path))
    serve = ("hall", "serve", "--data", str(tmp_path), "--site", str(SITE_FILE), "--port", "0")
    assert "kapok hall init" in refused(*serve)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "hall.sqlite3").write_bytes(b"not a database" * 1000)
    for words in (("db", "verify"), ("db", "migrate"), ("hall", "key", "list")):
        assert "restore a backup" in refused(*words, "--data", str(tmp_path))


def test_another_halls_folder_is_not_served(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(SITE_FILE.read_text().replace('id = "gz-demo-district"', 'id = "another"', 1))
    said = refused("hall", "serve", "--data", str(data), "--site", str(other), "--port", "0")
    assert "another" in said


def test_tables_of_another_build_are_told_and_not_touched(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "hall.sqlite3")
    db.executescript((GOLDEN / "before_staff.sql").read_text())
    db.close()
    before = (tmp_path / "hall.sqlite3").read_bytes()
    serve = ("hall", "serve", "--data", str(tmp_path), "--site", str(SITE_FILE), "--port", "0")
    for words in (serve, ("db", "migrate", "--data", str(tmp_path))):
        said = refused(*words)
        assert "no table pin_tries, no table staff_login" in said
        assert len(said.splitlines()) == 1
    assert (tmp_path / "hall.sqlite3").read_bytes() == before


def test_a_site_file_that_forgets_a_queue_with_living_tickets_is_not_served(tmp_path: Path) -> None:
    served = Served(tmp_path / "data")
    served.start()
    kiosk = served.machine("kiosk", "K1")
    for _ in range(3):
        kiosk.confirm(kiosk.take("i01")["id"])
    kiosk.close()
    assert served.stop() == 0
    renamed = tmp_path / "renamed.toml"
    text = re.sub(r'^(id|queue) = "H"$', r'\1 = "HUKOU"', SITE_FILE.read_text(), flags=re.MULTILINE)
    renamed.write_text(re.sub(r'"H"(?=[,\]])', '"HUKOU"', text))
    assert kapok("hall", "check", "--site", str(renamed)).returncode == 0
    said = refused("hall", "serve", "--data", str(tmp_path / "data"), "--site", str(renamed), "--port", "0")
    assert "queue H (3 tickets)" in said
    assert len(said.splitlines()) == 1


def test_a_second_server_on_one_folder_is_refused_and_keys_still_work(data: Path) -> None:
    served = Served(data)
    served.start()
    said = refused("hall", "serve", "--data", str(data), "--site", str(SITE_FILE), "--port", "0")
    assert "is in use by another process" in said
    assert len(said.splitlines()) == 1
    assert kapok("hall", "key", "new", "--data", str(data), "--role", "board", "--name", "B7").returncode == 0
    assert kapok("db", "migrate", "--data", str(data)).returncode == 0
    served.kill()
    served.start()
    assert served.stop() == 0


def test_a_port_in_use_is_told(data: Path, tmp_path: Path) -> None:
    served = Served(tmp_path / "other")
    served.start()
    port = served.address.rsplit(":", 1)[1]
    said = refused("hall", "serve", "--data", str(data), "--site", str(SITE_FILE), "--port", port)
    assert "cannot listen" in said
    assert served.stop() == 0


def test_a_revoked_key_is_shut_out_at_once(data: Path) -> None:
    served = Served(data)
    served.start()
    kiosk = served.machine("kiosk", "K7")
    assert kiosk.get("now").status_code == 200
    key_id = str(kiosk.session.headers["Authorization"]).removeprefix("Kapok ").split(".")[0]
    assert kapok("hall", "key", "revoke", "--data", str(data), key_id).returncode == 0
    assert kiosk.get("now").status_code == 401
    kiosk.close()
    assert served.stop() == 0
