"""Codes that only their own city can read 电子营业执照, 粤居码: the hall asks the city, some seconds at most.

The address is the visitor's and stays in the question. A hall that has no such port says so, and the visitor is shown
another way; so they are when the city gives no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.identity.pseudonym import code_pseudonym
from hall_server.contract.online_codes import GoodCode, HolderKind, NoGoodCode
from hall_server.contract.problems import ProblemCode
from kiosk.codes.words import CodeReason
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.hall_client.online import WITHIN_S
from kiosk.runner.in_time import in_time
from kiosk.session.shown import CodeRefused, PersonShown
from kiosk.session.state import Person

COMPANY = "…"  # a city that names none

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.online_codes import CodeAnswer
    from kiosk.codes.answers import Online
    from kiosk.runner.ports import AskOnline
    from kiosk.session.shown import Shown


def online_by(verify: Callable[[str, str], CodeAnswer], key: bytes, within_s: float = WITHIN_S) -> AskOnline:
    """Whoever reads such codes. `verify` blocks: (service, code) → an answer; `key` keys pseudonyms."""

    async def ask(what: Online) -> Shown:
        try:
            answer = await in_time(lambda: verify(what.service.value, what.address), within_s)
        except HallRefusedError as error:
            nobody_asks = error.code == ProblemCode.NOT_FOUND
            return CodeRefused(CodeReason.ONLINE_NOT_HERE if nobody_asks else CodeReason.ONLINE_AWAY)
        except HallSilentError:
            return CodeRefused(CodeReason.ONLINE_AWAY)
        return CodeRefused(answer.reason) if isinstance(answer, NoGoodCode) else _holder(answer, key)

    return ask


def _holder(answer: GoodCode, key: bytes) -> PersonShown:
    """By the handle of whoever the code is about; an organisation's is always shown by somebody who acts for it."""
    pseudonym = code_pseudonym(key, answer.issuer, answer.subject)
    person = Person(pseudonym, name_mask=answer.name_mask, number_mask="", age=None)
    if answer.kind is HolderKind.PERSON:
        return PersonShown(person)
    return PersonShown(person, agent=True, company=answer.name_mask or COMPANY)
