"""A city under SM2, from `kapok city serve --algorithm SM2` to a kiosk's answer; and programs that have no SM2."""

from __future__ import annotations

import base64
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.hall_trust import HallTrust
from hall_server.contract.identity.assurance import Assurance
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import ROOT, kapok
from tests.integration.hall_server.trusting import site_beside
from tests.integration.kiosk.programs import RealHall
from tests.integration.kiosk.test_real_trust import hears, kiosk_at, level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("gmalg", reason="the extra sm is not installed")

WITHOUT = "import sys; sys.modules['gmalg'] = None; "  # as where the extra is not installed
KIOSK = """
import asyncio, sys, msgspec
from datetime import date
from hall_server.contract.hall_trust import HallTrust
from kiosk.codes.following import FollowingVerifier
from kiosk.codes.scan import Moment
from kiosk.codes.words import WORDS
from kiosk.runner.trust import TrustKeeper
told, code = sys.stdin.buffer.read().split(b"\\n")
codes = FollowingVerifier("gz-demo-district")
asyncio.run(TrustKeeper(codes, None, None).heard(msgspec.json.decode(told, type=HallTrust)))
verdict = codes.verify(code, Moment(0, 0, True, date(2026, 11, 22)))
print(verdict.reason.value, verdict.part, WORDS[verdict.reason].en)
"""


@pytest.fixture
def city(tmp_path: Path) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path / "city", "--algorithm", "SM2")
    yield served
    assert served.stop() == 0


def fetched(city: ServedCity, folder: Path) -> Path:
    """List and signature as a technician's timer lays them."""
    for end in ("", ".sig"):
        (folder / f"trust.json{end}").write_bytes(city.ask("GET", f"/trust-list{end}").content)
    return folder / "trust.json"


def without_sm2(*words: str, script: str = "", text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    front = "import runpy; runpy.run_path('kapok.py', run_name='__main__')"
    argv = [sys.executable, "-c", WITHOUT + (script or front), *words]
    return subprocess.run(argv, cwd=ROOT, input=text, capture_output=True, timeout=60, check=False)


async def test_cl_h10_a_kiosk_reads_the_codes_of_a_city_under_sm2_also_after_a_rotation(
    city: ServedCity, tmp_path: Path
) -> None:
    list_file = fetched(city, tmp_path)
    site = site_beside(list_file, (city.root(),))
    assert len(city.root()) == 64
    async with RealHall(tmp_path, site) as hall:
        play, codes = kiosk_at(hall.access(), tmp_path)
        async with play:
            await play.eventually(lambda: bool(codes.trust.issuers))
            assert level(hears(play, city.code())) is Assurance.L2
            assert kapok("city", "rotate", "--data", str(city.data), "--lead", "0").returncode == 0
            fetched(city, tmp_path)
            await play.eventually(lambda: codes.trust.serial == 2)
            assert level(hears(play, city.code())) is Assurance.L2


def test_cl_h10_without_the_extra_hall_city_and_kiosk_say_what_is_missing(city: ServedCity, tmp_path: Path) -> None:
    list_file = fetched(city, tmp_path)
    site = site_beside(list_file, (city.root(),))
    assert "trust list 1: city.demo" in kapok("hall", "check", "--site", str(site)).stdout

    hall = without_sm2("hall", "check", "--site", str(site))
    assert hall.returncode == 1
    assert b"codes.roots[0]: another root; this program has no provider for SM2" in hall.stderr
    serving = without_sm2(
        "city", "serve", "--algorithm", "SM2", "--audience", "gz", "--port", "0", "--data", str(tmp_path / "other")
    )
    assert serving.returncode == 1
    assert b"no provider for SM2" in serving.stderr
    kept = without_sm2("city", "keys", "--data", str(city.data))
    assert (kept.returncode, b"no provider for SM2" in kept.stderr) == (1, True)

    told = HallTrust(
        trust_list=list_file.read_bytes(),
        signature=list_file.with_name("trust.json.sig").read_bytes(),
        roots=(city.root(),),
    )
    kiosk = without_sm2(script=KIOSK, text=msgspec.json.encode(told) + b"\n" + city.code().encode())
    assert b"the trust list is not taken, the one in force stays: no_provider: root: this program" in kiosk.stderr
    assert kiosk.stdout.startswith(b"no_provider SM2 This machine cannot check codes of this kind.")
    for one in (hall, serving, kept, kiosk):
        assert b"Traceback" not in one.stderr


def test_the_commands_tell_the_algorithm(city: ServedCity) -> None:
    told = kapok("city", "keys", "--data", str(city.data)).stdout
    assert "SM2" in told
    assert base64.b64encode(city.root()).decode() in told
