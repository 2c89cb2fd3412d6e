"""A visitor's own words at a real hall: consent, a referral that says where to go, and for whom somebody acts."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.items import ReferralReason
from hall_server.contract.licence_visits import ConsentState, GiveConsent
from hall_server.contract.messages import OnBehalf, TakeTicket, VisitorMask
from hall_server.contract.vocabulary import Relation
from kiosk.hall_client import HallClient, HallRefusedError
from kiosk.hall_client.licences import LicenceDesk
from kiosk.hall_client.visits import VisitDesk
from tests.integration.kiosk.programs import RealHall

if TYPE_CHECKING:
    from pathlib import Path

FAR = "430102"
WHO = "ab" * 16


def fresh() -> str:
    return str(uuid.uuid4())


async def test_what_a_visitor_says_reaches_the_hall(tmp_path: Path) -> None:
    async with RealHall(tmp_path) as hall:
        client = HallClient(hall.access())
        visit = fresh()
        said = LicenceDesk(client).consent(fresh(), visit, GiveConsent(given=False, items=("i01",)))
        assert (said.state, said.looking) == (ConsentState.REFUSED, False)
        assert LicenceDesk(client).found(visit).consent is ConsentState.REFUSED

        with pytest.raises(HallRefusedError) as refused:
            client.take(fresh(), TakeTicket(item="i26", region=FAR))
        assert refused.value.referral is not None
        assert refused.value.referral.reason is ReferralReason.REACH_LOCAL
        mother = OnBehalf(Relation.RELATIVE, VisitorMask("cd" * 16, "李*", "4321"))
        order = TakeTicket(
            item="i26", visitor=VisitorMask(WHO), region=FAR, lives_here=True, for_other=True, on_behalf=mother
        )
        taken = client.take(fresh(), order).ticket
        assert taken.for_other
        assert [one.id for one in VisitDesk(client).tickets_of(WHO)] == [taken.id]
        client.close()
