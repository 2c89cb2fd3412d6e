"""From a city's keys to a kiosk's answer: the list beside the site file, the real hall, a real look, a scanned code."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import TYPE_CHECKING

from devices.code_scanner.codec import decode_code
from devices.code_scanner.simulator import SimulatedCodeScanner
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.assurance import Assurance
from kiosk.codes.answers import Claimed, Refused, Signed, Verdict
from kiosk.codes.following import FollowingVerifier
from kiosk.hall_client import HallClient
from kiosk.runner.boxes import Boxes
from tests.integration.hall_server.city_served import HALL, ServedCity
from tests.integration.hall_server.trusting import MadeUpCity, site_beside
from tests.integration.kiosk.programs import RealHall
from tests.integration.kiosk.stand_in import BRISK, Stage, staged

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from kiosk.hall_client import HallAccess

OFTEN = dataclasses.replace(BRISK, streaming_s=0.1, trust_s=0.05)


def kiosk_at(access: HallAccess, folder: Path, boxes: Boxes | None = None) -> tuple[Stage, FollowingVerifier]:
    codes = FollowingVerifier(HALL)
    return staged(HallClient(access), folder, boxes, codes=codes, pace=OFTEN), codes


def hears(play: Stage, text: str) -> Verdict:
    return play.kiosk._codes.hear(decode_code(text.encode()))


def level(verdict: Verdict) -> Assurance | Verdict:
    """How sure a signed code is; the verdict itself when it is none."""
    signed = isinstance(verdict, Claimed) and isinstance(verdict.what, Signed)
    return verdict.what.level if signed else verdict  # type: ignore[union-attr] # just seen


async def test_cl_c4_a_kiosk_verifies_what_a_pinned_city_signs_also_after_a_rotation_and_without_the_hall(
    tmp_path: Path,
) -> None:
    city = MadeUpCity(tmp_path)
    city.lay()
    async with RealHall(tmp_path, city.site('audiences = ["gz"]')) as hall:
        play, codes = kiosk_at(hall.access(), tmp_path)
        async with play:
            await play.eventually(lambda: bool(codes.trust.issuers))
            assert level(hears(play, city.code())) is Assurance.L2
            assert level(hears(play, city.code("gz"))) is Assurance.L2
            assert hears(play, city.code("elsewhere")) == Refused(Refusal.WRONG_AUDIENCE)
            before = city.code()
            city.rotate()
            assert hears(play, city.code()) == Refused(Refusal.UNKNOWN_KEY)
            city.lay()
            await play.eventually(lambda: codes.trust.serial == 2)
            assert level(hears(play, city.code())) is Assurance.L2
            assert level(hears(play, before)) is Assurance.L2
        access = hall.access()
    play, codes = kiosk_at(access, tmp_path)
    async with play:
        await play.eventually(lambda: bool(codes.trust.issuers))
        assert codes.trust.serial == 2
        assert level(hears(play, city.code())) is Assurance.L2
        assert not play.kiosk.session.online


async def test_a_revoked_key_counts_no_longer_from_the_next_look_on(tmp_path: Path) -> None:
    city = MadeUpCity(tmp_path)
    city.lay()
    async with RealHall(tmp_path, city.site()) as hall:
        play, codes = kiosk_at(hall.access(), tmp_path)
        async with play:
            await play.eventually(lambda: bool(codes.trust.issuers))
            stolen = city.code()
            city.rotate(revoke=True)
            city.lay()
            await play.eventually(lambda: codes.trust.serial == 2)
            assert hears(play, stolen) == Refused(Refusal.KEY_REVOKED)


async def test_a_hall_without_a_list_says_that_it_trusts_nobody(tmp_path: Path) -> None:
    async with RealHall(tmp_path) as hall:
        client = HallClient(hall.access())
        assert await asyncio.to_thread(client.trust) is None
        client.close()


async def test_a_code_of_the_reference_city_is_read_by_the_scanner_of_a_kiosk(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kapok.kiosk.codes")
    city, list_file = ServedCity(tmp_path / "city"), tmp_path / "trust.json"
    try:
        for end in ("", ".sig"):  # as a technician's timer fetches them
            list_file.with_name(list_file.name + end).write_bytes(city.ask("GET", f"/trust-list{end}").content)
        async with RealHall(tmp_path, site_beside(list_file, (city.root(),))) as hall:
            scanner = SimulatedCodeScanner()
            play, codes = kiosk_at(hall.access(), tmp_path, Boxes(scanner=scanner))
            async with play:
                await play.eventually(lambda: bool(codes.trust.issuers))
                shown = city.code()
                scanner.scan(shown.encode())
                await play.eventually(lambda: "a code was scanned: Signed" in caplog.text)
                scanner.scan(shown.encode())
                await play.eventually(lambda: "a code was refused: already_used" in caplog.text)
                assert shown.removeprefix("KPC1:") not in caplog.text
    finally:
        assert city.stop() == 0
