"""在自助机上申办 between a kiosk and its hall: begin, pass parts on, hand in, drop (CL-E9, E16, E17).

The hall reads neither form nor pages: they come sealed for the city (`contract.city.applications`), are passed on while
they come, and are kept nowhere. What it does read, checks and answers for: the item, the materials, that there was a
yes, and what the city said.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.catalogue import StepView
from hall_server.contract.city.applications import (
    MOST_PARTS,
    ApplicationId,
    ApplicationNow,
    BoxKey,
    MaterialGiven,
    PartNow,
    PartTold,
)
from hall_server.contract.city.progress import CaseState
from hall_server.contract.item_words import ResultWay
from hall_server.contract.messages import Command, ShortText
from hall_server.contract.visits import MaterialNeed

ANSWERS = (ApplicationNow, PartNow)
Answers = dict[ShortText, ShortText]  # to the item's situations (CL-B12): situation, choice


class BeginApplication(Command, frozen=True, kw_only=True):
    """申办. The Idempotency-Key is the application's id. `consent`: they said yes to handing it in from this screen."""

    visit: ShortText
    item: ShortText
    consent: bool = False
    answers: Answers = msgspec.field(default_factory=dict)


class ApplicationBegun(msgspec.Struct, frozen=True, kw_only=True):
    """What to fill and to scan, with what to seal it, and how much there may be. `form_fields`: what the form asks."""

    application: ApplicationId
    item: str
    item_name: str
    key: BoxKey
    expires_at: Moment
    piece_max: int
    part_max: int
    total_max: int
    materials: tuple[MaterialNeed, ...] = ()
    held: tuple[str, ...] = ()  # materials for which the hall has found an electronic licence in this visit
    form_fields: tuple[str, ...] = ()
    deliveries: tuple[ResultWay, ...] = (ResultWay.COUNTER,)  # how what comes of it can be had (CL-E17)


class HandInApplication(Command, frozen=True, kw_only=True):
    """提交. All parts, and for each material where it is."""

    visit: ShortText
    item: ShortText
    parts: Annotated[tuple[PartTold, ...], msgspec.Meta(min_length=1, max_length=MOST_PARTS)]
    materials: Annotated[tuple[MaterialGiven, ...], msgspec.Meta(max_length=64)] = ()
    delivery: ResultWay = ResultWay.COUNTER
    answers: Answers = msgspec.field(default_factory=dict)


class ApplicationReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """收件凭证 or 受理回执, by `state`, for the slip. Nobody is named in it; `number` finds the case again.

    `promise_days`: working days, 0 = at once; `special_steps` have days of their own, which do not count.
    """

    application: ApplicationId
    number: str
    item: str
    item_name: str
    state: CaseState
    at: Moment
    accepting: str = ""  # 受理机构
    deciding: str = ""  # 审批机构
    promise_days: int = 0
    special_steps: tuple[StepView, ...] = ()
    due_at: Moment = 0
    delivery: ResultWay = ResultWay.COUNTER
    pages: int = 0
    by_licence: tuple[str, ...] = ()  # 已用电子证照: names of materials for which no paper may be asked (CL-E1)
    later: tuple[str, ...] = ()  # names of materials that may be handed in later, and were not given
    contact: str = ""
