"""What licences say is kept for a bounded while, for a bounded number of visits, and shown by no repr."""

from __future__ import annotations

from hall_server.contract.city.licences import LicenceData
from hall_server.domain.city.licences import Got, LookUp
from hall_server.flows.found_licences import AGE_US, MOST, Found, FoundLicences

CARD, PERMIT = "居民身份证", "居住证"
GOT = (Got(CARD, LookUp.FOUND, data=LicenceData("1", CARD, {"name": "陈样明"})),)


def looking(at: int = 0, *types: str) -> Found:
    return Found(at, "K1", (), looking=types or (CARD,))


def test_an_answer_is_kept_for_whoever_waits_for_it() -> None:
    memory = FoundLicences()
    assert memory.heard("v", GOT) is None  # nobody asked, or it is over
    memory.put("v", looking())
    found = memory.heard("v", GOT)
    assert found is not None
    assert found.outcomes == {CARD: LookUp.FOUND}
    assert memory.get("v") == found
    assert "陈样明" not in repr(found) + repr(memory.__dict__)


def test_an_answer_to_an_older_question_is_not_taken() -> None:
    memory = FoundLicences()
    memory.put("v", looking(0, CARD, PERMIT))
    assert memory.heard("v", GOT) is None
    assert memory.get("v") == looking(0, CARD, PERMIT)


def test_the_oldest_goes_when_there_are_too_many_and_asking_anew_makes_young() -> None:
    memory = FoundLicences()
    for n in range(MOST):
        memory.put(f"v{n}", looking())
    memory.put("v0", looking(1))
    memory.put("one more", looking())
    assert len(memory) == MOST
    assert memory.get("v0") is not None
    assert memory.get("v1") is None


def test_what_is_too_old_goes_and_the_rest_stays() -> None:
    memory = FoundLicences()
    memory.put("old", looking(0))
    memory.put("young", looking(1))
    memory.age(AGE_US)
    assert (memory.get("old"), memory.get("young")) == (looking(0), looking(1))
    memory.age(AGE_US + 1)
    assert (memory.get("old"), memory.get("young")) == (None, looking(1))


def test_the_city_is_asked_again_for_something_else_or_what_it_did_not_answer() -> None:
    assert not looking().lacks((CARD,))
    assert looking().lacks((CARD, PERMIT))
    for outcome in LookUp:
        known = Found(0, "K1", (), got=(Got(CARD, outcome),))
        assert known.lacks((CARD,)) == (outcome in {LookUp.SLOW, LookUp.NO_ANSWER})
        assert known.lacks((PERMIT,))
