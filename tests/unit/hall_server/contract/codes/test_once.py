"""A code is good once, for as long as it could be shown again, in bounded memory."""

from __future__ import annotations

from hall_server.contract.codes.answers import Accepted, NotOurs, Refused
from hall_server.contract.codes.once import KEPT_S, Used
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.assurance import Assurance
from tests.unit.hall_server.contract.codes.made_up import ISSUED_US, READER, SECOND, claims, code


def accepted(no: int, issuer: str = "city.demo") -> Accepted:
    return Accepted(claims(jti=f"{no:024x}", issuer=issuer), Assurance.L2)


def test_a_code_is_remembered_for_as_long_as_a_kiosk_without_its_offset_would_take_it() -> None:
    used = Used()
    first = ISSUED_US - 90 * SECOND  # the earliest and the latest reading of a clock that is not known
    last = ISSUED_US + 150 * SECOND - 1
    for now, again in ((first, False), (ISSUED_US, True), (last, True)):
        answer = used.once(READER.read(code(), now, clock_known=False), now)
        assert answer == Refused(Refusal.ALREADY_USED) if again else isinstance(answer, Accepted)


def test_what_can_be_shown_no_more_is_forgotten() -> None:
    used = Used()
    for no in range(100):
        used.once(accepted(no), no * SECOND)
    assert len(used) == 100
    used.once(accepted(100), (KEPT_S + 49) * SECOND)
    assert len(used) == 51


def test_a_full_memory_refuses_what_is_new_and_still_knows_what_was_used() -> None:
    used = Used(limit=3)
    for no in range(3):
        assert isinstance(used.once(accepted(no), 0), Accepted)
    assert used.once(accepted(3), SECOND) == Refused(Refusal.TOO_MANY_AT_ONCE)
    assert used.once(accepted(0), SECOND) == Refused(Refusal.ALREADY_USED)
    assert len(used) == 3
    assert isinstance(used.once(accepted(3), KEPT_S * SECOND), Accepted)


def test_two_issuers_may_have_made_the_same_jti() -> None:
    used = Used()
    assert isinstance(used.once(accepted(1), 0), Accepted)
    assert isinstance(used.once(accepted(1, "city.other"), 0), Accepted)


def test_what_was_not_taken_is_not_remembered() -> None:
    used = Used()
    for answer in (NotOurs(), Refused(Refusal.EXPIRED)):
        assert used.once(answer, 0) is answer
    assert len(used) == 0
