"""Codes that only their own city can read: what its answer is to the visit, and what no answer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.pseudonym import code_pseudonym
from hall_server.contract.online_codes import CodeAnswer, GoodCode, HolderKind, NoGoodCode
from kiosk.codes.answers import Online, OnlineService
from kiosk.codes.words import CodeReason
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.online import online_by
from kiosk.session.shown import CodeRefused, PersonShown
from tests.unit.hall_server.contract.codes.made_up import SUBJECT

if TYPE_CHECKING:
    from kiosk.session.shown import Shown

KEY = b"a key of this hall"
WHAT = Online(OnlineService.RESIDENCE_CODE, "https://gdrk.gdga.gd.gov.cn/x")


async def answered(said: CodeAnswer | Exception) -> Shown:
    def verify(service: str, code: str) -> CodeAnswer:
        assert (service, code) == ("residence_code", WHAT.address)
        if isinstance(said, Exception):
            raise said
        return said

    return await online_by(verify, KEY)(WHAT)


@pytest.mark.parametrize("kind", HolderKind)
async def test_cl_h3_whoever_the_city_names_is_known_by_its_handle(kind: HolderKind) -> None:
    shown = await answered(GoodCode(issuer="gd.demo", subject=SUBJECT, kind=kind, name_mask="陈*明"))
    assert isinstance(shown, PersonShown)
    assert (shown.person.pseudonym, shown.person.name_mask) == (code_pseudonym(KEY, "gd.demo", SUBJECT), "陈*明")
    assert shown.agent is (kind is not HolderKind.PERSON)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (NoGoodCode(Refusal.ALREADY_USED), Refusal.ALREADY_USED),
        (HallRefusedError("not_found"), CodeReason.ONLINE_NOT_HERE),
        (HallRefusedError("city_away"), CodeReason.ONLINE_AWAY),
        (HallRefusedError("city_refused"), CodeReason.ONLINE_AWAY),
        (HallSilentError("silent"), CodeReason.ONLINE_AWAY),
    ],
)
async def test_what_is_no_name_is_a_refusal_with_a_way_on(said: CodeAnswer | Exception, reason: CodeReason) -> None:
    assert await answered(said) == CodeRefused(reason)
