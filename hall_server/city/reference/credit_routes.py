"""The reference city's credit information: one made-up person has failed to hand something in before. Keeps nothing."""

from __future__ import annotations

from typing import Any

from litestar import Request, post

from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.licence_shelf import BY_NUMBER, SHELF
from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.contract.city.credit import CreditAnswer, MayDefer

FAILED_BEFORE = PERSONS["zhou"].subject


@post("/credit/may-defer", status_code=200)
async def may_defer(request: Request[Any, Any, Any]) -> CreditAnswer:
    """May a person hand something in later?"""
    question: MayDefer = await body_as(request, MayDefer)
    who = question.holder.handle or BY_NUMBER.get(question.holder.number, "")
    if who not in SHELF:
        raise CityError(CityProblem.HOLDER_UNKNOWN, field="holder")
    return CreditAnswer(who != FAILED_BEFORE)


CREDIT_ROUTES = (may_defer,)
CREDIT = Contract(
    "credit",
    "How a hall asks whether somebody may hand a material in later; what each word means: credit.md.",
    (Operation("POST", "/credit/may-defer", "May a person hand something in later?", MayDefer, 200, CreditAnswer),),
    CREDIT_ROUTES,
)
