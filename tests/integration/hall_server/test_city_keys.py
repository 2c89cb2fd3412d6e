"""The city's keys on disk: for their owner only, made once, never half there; what the commands say of them."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import time

import pytest

from hall_server.city.reference.key_folder import FILE_NAME, KeyFolder, KeyFolderError
from hall_server.city.reference.key_ring import KEY_LIFE_S
from tests.integration.hall_server.served import ROOT, kapok

NOW = 1_795_000_000


def test_the_keys_are_for_their_owner_only(tmp_path):
    folder = tmp_path / "city"
    KeyFolder(folder).make("city.demo", "", NOW)
    KeyFolder(folder).rotate(NOW)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_keys_are_made_once(tmp_path):
    first = KeyFolder(tmp_path).make("city.demo", "", NOW)
    assert KeyFolder(tmp_path).make("city.other", "", NOW) == first


def test_a_rotation_elsewhere_is_seen_at_the_next_look(tmp_path):
    serving = KeyFolder(tmp_path)
    serving.make("city.demo", "", NOW)
    KeyFolder(tmp_path).rotate(NOW, lead_s=0)
    assert serving.ring().serial == 2


def test_the_next_key_is_made_by_itself_when_the_last_has_little_time(tmp_path):
    keys = KeyFolder(tmp_path)
    keys.make("city.demo", "", NOW)
    assert keys.fresh_ring(NOW).serial == 1
    late = NOW + KEY_LIFE_S - 1
    assert keys.fresh_ring(late).serial == 2
    assert keys.fresh_ring(late).serial == 2


def test_what_a_cut_left_behind_is_written_over(tmp_path):
    keys = KeyFolder(tmp_path)
    keys.make("city.demo", "", NOW)
    (tmp_path / f".{FILE_NAME}-new").write_text("half")
    assert keys.rotate(NOW).serial == 2


@pytest.mark.parametrize("content", ["", "{}", "[1,2", '{"issuer":1}'])
def test_a_file_that_holds_no_keys_is_told(tmp_path, content):
    path = tmp_path / FILE_NAME
    path.touch(0o600)
    path.write_text(content)
    with pytest.raises(KeyFolderError, match="no file of keys"):
        KeyFolder(tmp_path).make("city.demo", "", NOW)
    assert path.read_text() == content


def test_keys_that_others_may_read_are_not_used(tmp_path):
    KeyFolder(tmp_path).make("city.demo", "", NOW)
    (tmp_path / FILE_NAME).chmod(0o644)
    with pytest.raises(KeyFolderError, match="chmod 600"):
        KeyFolder(tmp_path).ring()


def test_the_commands_tell_public_halves_only(tmp_path):
    KeyFolder(tmp_path).make("city.demo", "", time.time_ns() // 1_000_000_000)
    told = kapok("city", "rotate", "--data", str(tmp_path))
    assert told.returncode == 0, told.stderr
    assert "signs now" in told.stdout
    assert "signs from" in told.stdout
    listed = kapok("city", "keys", "--data", str(tmp_path), "--json").stdout
    kept = json.loads((tmp_path / FILE_NAME).read_text())
    assert len(json.loads(listed)["keys"]) == 2
    for secret in (kept["root"], *(key["private"] for key in kept["keys"])):
        assert secret not in listed + told.stdout


def test_the_ninth_key_at_once_is_refused_with_a_sentence(tmp_path):
    KeyFolder(tmp_path).make("city.demo", "", time.time_ns() // 1_000_000_000)
    for _ in range(7):
        KeyFolder(tmp_path).rotate(time.time_ns() // 1_000_000_000)
    told = kapok("city", "rotate", "--data", str(tmp_path))
    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
    assert "eight keys" in told.stderr


@pytest.mark.parametrize("words", [("keys",), ("rotate",)])
def test_a_folder_without_a_city_is_told(tmp_path, words):
    told = kapok("city", *words, "--data", str(tmp_path / "nothing"))
    assert told.returncode == 1
    assert "Traceback" not in told.stderr


def test_an_audience_that_is_no_name_is_refused_before_anything_is_made(tmp_path):
    told = kapok("city", "serve", "--data", str(tmp_path / "city"), "--audience", "木棉区")
    assert told.returncode == 2
    assert not (tmp_path / "city").exists()


def test_serve_says_in_json_where_it_listens(tmp_path):
    words = ["city", "serve", "--data", str(tmp_path), "--audience", "gz", "--port", "0", "--json"]
    with subprocess.Popen([sys.executable, "kapok.py", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert json.loads(process.stdout.readline())["address"].startswith("http://127.0.0.1:")
        finally:
            process.terminate()
    assert process.returncode == 0
