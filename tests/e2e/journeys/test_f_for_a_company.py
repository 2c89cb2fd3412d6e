"""Journey (f): somebody acts for a company: its code, then their own card; the counter reads a short name."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

import pytest

from devices.id_card.console import made_up_card
from tests.tour.programs import ProgramFailedError

if TYPE_CHECKING:
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(180)]

COMPANY_FOUNDED, CHANGED = "i22", "i24"  # 内资公司设立登记; of 企业变更
ON = {"situation": "situation.unsure", "precheck": "precheck.brought", "plan": "plan.take_a_number"}
AFTER_ONE_MORE = re.compile("^(situation|precheck|plan|confirm)$")
CODE = "91340101MA59EXAM64"  # no key twice in a row
AGENT = made_up_card("罗大成", "44010619800101103")


async def test_cl_g7_a_company_is_known_by_its_code_and_its_agent_by_their_card(floor: Floor) -> None:
    await floor.taps("home.take_a_number", "services.more", "services.theme.企业开办")
    await floor.visits.picks(COMPANY_FOUNDED)
    await floor.visits.looks_at_materials()
    floor.lays(AGENT)
    await floor.visits.comes_to_confirm()
    floor.lifts()
    await floor.taps("confirm.for_other", "relation.company", *(f"typing.key.{sign}" for sign in CODE))
    await floor.taps("typing.confirm")
    await floor.visits.comes_to_confirm()
    await floor.until_reads(f"…{CODE[-4:]}")

    await floor.taps("confirm.add_item", "services.more", "services.theme.企业变更", f"services.item.{CHANGED}")
    while (page := (await floor.until(page=AFTER_ONE_MORE))["page"]) != "confirm":
        with contextlib.suppress(ProgramFailedError):  # the next page stands there already
            await floor.taps(ON[page])
    await floor.until_reads(f"…{CODE[-4:]}")

    await floor.taps("confirm.print_number")
    label = (await floor.until(page="ticket"))["label"]
    await floor.taps("ticket.finish")
    clerk = await floor.clerk(6)
    called = await clerk.calls()
    assert called["label"] == label
    assert called["on_behalf"]["organisation"] == f"…{CODE[-4:]}"
    assert (called["item"], len(called["more_names"])) == (COMPANY_FOUNDED, 1)
