"""Typed numbers become pseudonyms in the runner; whose they are is forgotten with the visit."""

from datetime import date

from hall_server.contract.city.licences import Holder
from hall_server.contract.identity.words import Reason
from kiosk.runner.errands import Errands
from kiosk.runner.holders import MOST, Holders
from kiosk.runner.numbers import Numbers
from kiosk.session.typing import NumberRecognised, NumberRefused, RecogniseNumber

WHOLE = "110101199003070935"
CODE = "91440101MA59ABCD1X"


async def said(errand, holders=None):
    posted = []
    holders = Holders(b"key") if holders is None else holders
    errands = Errands()
    Numbers(holders, posted.append, lambda: 1.0, lambda: date(2026, 10, 16)).serve(errands)
    await errands.begin(errand)
    return posted[0]


async def test_a_number_comes_back_as_a_person_without_it():
    holders = Holders(b"key")
    found = await said(RecogniseNumber("look", WHOLE), holders)
    assert isinstance(found, NumberRecognised)
    assert (found.person.number_mask, found.person.age) == ("0935", 36)
    assert holders.of(found.person.pseudonym) == Holder(number=WHOLE)
    assert WHOLE not in repr(found) + repr(holders)
    holders.forget()
    assert holders.of(found.person.pseudonym) is None


async def test_whoever_stands_there_now_is_not_forgotten():
    holders = Holders(b"key")
    person = (await said(RecogniseNumber("look", WHOLE), holders)).person
    holders.handle("other", "handle")
    holders.forget(but=person.pseudonym)
    assert len(holders) == 1


async def test_only_the_newest_few_are_kept():
    holders = Holders(b"key")
    for number in range(MOST + 3):
        holders.handle(str(number), "handle")
    assert len(holders) == MOST


async def test_what_names_nobody_says_why():
    assert await said(RecogniseNumber("look", "HX123")) == NumberRefused(1.0, "look", Reason.STATE_NEEDED)
    assert await said(RecogniseNumber("look", "清" * 9)) == NumberRefused(1.0, "look", Reason.UNKNOWN_FORM)
    assert await said(RecogniseNumber("look", WHOLE, company=True)) == NumberRefused(1.0, "look", Reason.UNKNOWN_FORM)


async def test_an_early_code_that_fails_its_check_is_taken_all_the_same():
    found = await said(RecogniseNumber("look", CODE, company=True))
    assert isinstance(found, NumberRecognised)
