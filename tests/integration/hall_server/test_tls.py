"""https with the hall's own authority: kiosks believe that one and no other, and a renewal is taken up (CL-H10)."""

from __future__ import annotations

import json
import ssl
import stat
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from kiosk.hall_client import HallAccess, HallClient, HallSilentError
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from tests.integration.hall_server.served import HALL_ID, Served, kapok
from tests.integration.hall_server.test_enrolment import ONE, Box, approve, new_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def told(*words: str) -> dict[str, dict[str, object]]:
    said = kapok("hall", "tls", *words, "--json")
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path / "hall", "--tls")
    told("new", *served.home, "--name", "kapok.hall", "--name", "127.0.0.1")
    served.start()
    yield served
    served.stop()


def reads(address: str, authority: str) -> int:
    """As a browser that was told of the authority."""
    context = ssl.create_default_context(cadata=authority)
    with urllib.request.urlopen(f"{address}/api/v1/health", context=context, timeout=5) as answer:
        return int(answer.status)


def shown(address: str) -> str:
    """The serial number of the certificate that the hall shows to somebody new."""
    host, _, port = address.removeprefix("https://").rpartition(":")
    return ssl.get_server_certificate((host, int(port)))


def test_whoever_was_told_of_the_authority_believes_the_hall_and_nobody_else_s(hall: Served, tmp_path: Path) -> None:
    folder = hall.data / "tls"
    assert hall.address.startswith("https://127.0.0.1:")
    assert reads(hall.address, (folder / "authority.pem").read_text()) == 200
    other = tmp_path / "other"
    Served(other)
    told("new", "--data", str(other), "--name", "127.0.0.1")
    with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
        reads(hall.address, (other / "tls" / "authority.pem").read_text())
    with pytest.raises(OSError, match="Hostname mismatch"):
        reads(hall.address.replace("127.0.0.1", "localhost"), (folder / "authority.pem").read_text())
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_an_enrolled_kiosk_has_the_authority_from_its_profile_and_believes_no_other(hall: Served) -> None:
    box = Box(hall)
    enrolment, fingerprint = box.asks(new_code(hall))
    assert approve(hall, box.key_id, fingerprint).returncode == 0
    profile, _ = enrolment.wait(5)
    assert profile.authority == (hall.data / "tls" / "authority.pem").read_text()
    plain = hall.credential("kiosk", "K2", "K2")
    for authority, believes in ((profile.authority, True), ("", False)):
        access = HallAccess(hall.address, HALL_ID, plain["key_id"], plain["secret"], authority=authority)
        client = HallClient(access)
        if believes:
            assert client.now().n == 0
        else:
            with pytest.raises(HallSilentError):
                client.now()
        client.close()


def test_with_the_authority_in_a_file_a_machine_enrols_only_at_that_hall(hall: Served, tmp_path: Path) -> None:
    Served(tmp_path / "other")
    told("new", "--data", str(tmp_path / "other"), "--name", "127.0.0.1")
    wrong = (tmp_path / "other" / "tls" / "authority.pem").read_text()
    here = Here(ONE, "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90")
    with pytest.raises(HallSilentError):
        Enrolment(hall.address, OwnKeys.new(), here, wrong).ask(new_code(hall))
    right = (hall.data / "tls" / "authority.pem").read_text()
    assert Enrolment(hall.address, OwnKeys.new(), here, right).ask(new_code(hall))[0].kiosk == "K1"


def test_a_renewed_certificate_is_taken_up_while_the_hall_serves(hall: Served) -> None:
    before, fingerprints = shown(hall.address), told("show", *hall.home)
    renewed = told("renew", *hall.home)
    assert renewed == fingerprints  # a year is left
    renewed = told("renew", *hall.home, "--now")
    assert renewed["authority"] == fingerprints["authority"]
    assert renewed["server"]["names"] == ["kapok.hall", "127.0.0.1"]
    assert renewed["server"]["sha256"] != fingerprints["server"]["sha256"]
    ends = time.monotonic() + 20
    while shown(hall.address) == before and time.monotonic() < ends:
        time.sleep(0.5)
    assert shown(hall.address) != before
    assert reads(hall.address, (hall.data / "tls" / "authority.pem").read_text()) == 200


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    served = Served(tmp_path / "hall")
    assert "kapok hall tls new" in kapok("hall", "tls", "show", *served.home).stderr
    assert "--name takes" in kapok("hall", "tls", "new", *served.home, "--name", "a b").stderr
    assert (
        "kapok hall tls new" in kapok("hall", "serve", *served.home, "--tls", "--site", "config/sites/demo.toml").stderr
    )
