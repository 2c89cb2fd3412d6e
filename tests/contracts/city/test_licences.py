"""电子证照: what every service of electronic licences must do, and what a hall makes of one that does not.

Over the reference city, or over another one that has its made-up persons: KAPOK_CITY_LICENCES=https://….
"""

from __future__ import annotations

import logging
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.licences import CityLicences
from hall_server.contract.city import licences as c
from hall_server.contract.city.wire import Receipt
from tests.contracts.city.asked_ports import Platform, platform

if TYPE_CHECKING:
    from collections.abc import Iterator

CHEN = c.Holder(handle="demo-person-000000001A")
CHEN_BY_NUMBER = c.Holder(number="999999198604120018")
ZHOU = c.Holder(handle="demo-person-000000004A")
COMPANY = c.Holder(handle="demo-company-00000001A")
CARD, PERMIT, DEED, MARRIAGE = "居民身份证", "居住证", "不动产权证", "结婚证"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    with platform("licences", tmp_path_factory.mktemp("city")) as found:
        yield found


@pytest.fixture
def provider(served: Platform) -> Iterator[CityLicences]:
    line = served.line()
    yield CityLicences(line)
    line.close()


@pytest.fixture
def faulty(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    yield served
    served.faults()


def purpose(**more: Any) -> c.Purpose:
    return c.Purpose(
        **{
            "item": "i01",
            "business": "0f8fad5b-d9cb-469f-a165-70867728950e",
            "place": "K1",
            "reason": c.UseReason.PRECHECK,
            **more,
        }
    )


def wanted(holder: c.Holder = CHEN, *types: str, way: c.Way = c.Way.HOLDER, **more: Any) -> c.UseCodeWanted:
    return c.UseCodeWanted(purpose=purpose(), way=way, holder=holder, types=types, **more)


def opened(provider: CityLicences, asked: c.UseCodeWanted) -> tuple[c.UseCode, dict[str, c.Licence]]:
    code = provider.use_code(asked)
    found = provider.find(c.Use(purpose=asked.purpose, code=code.code))
    return code, {one.type: one for one in found.licences}


def test_a_holder_s_licences_are_found_each_with_what_it_is_worth(provider):
    _, found = opened(provider, wanted(CHEN, CARD, PERMIT, DEED))
    assert {kind: one.state for kind, one in found.items()} == {
        CARD: c.LicenceState.VALID,
        PERMIT: c.LicenceState.EXPIRED,
    }  # and of the deed nothing: not found is no error


def test_a_number_names_the_same_person_as_the_handle(provider):
    assert opened(provider, wanted(CHEN_BY_NUMBER, CARD))[1].keys() == {CARD}


def test_a_use_code_opens_data_and_document(provider):
    code, found = opened(provider, wanted(CHEN, CARD))
    use = c.Use(purpose=purpose(), code=code.code, licence=found[CARD].id)
    said = provider.data(use)
    assert said.type == CARD
    assert said.fields["name"] == "陈样明"
    document = provider.document(use)
    assert document.media_type == "application/pdf"
    assert document.document.startswith(b"%PDF-")


def test_for_an_item_the_city_knows_what_is_needed(provider):
    asked = c.UseCodeWanted(purpose=purpose(item="i13"), way=c.Way.FUNCTION, holder=CHEN, types=(CARD,))
    _, found = opened(provider, asked)
    assert found.keys() == {"医保电子凭证", PERMIT}


def test_with_a_mandate_somebody_else_s_licences_are_found_and_without_it_none(provider):
    entrusted = {"way": c.Way.ENTRUSTED, "principal": COMPANY}
    _, found = opened(provider, wanted(ZHOU, "营业执照", mandate="demo-mandate-1", **entrusted))
    assert found.keys() == {"营业执照"}
    with pytest.raises(CityRefusedError, match="mandate_needed"):
        provider.use_code(wanted(ZHOU, "营业执照", mandate="another", **entrusted))
    with pytest.raises(CityRefusedError, match="mandate_needed"):
        provider.use_code(wanted(CHEN, "营业执照", mandate="demo-mandate-1", **entrusted))


def test_a_licence_of_another_spelling_says_so_in_its_data(provider):
    code, found = opened(provider, wanted(CHEN, MARRIAGE))
    said = provider.data(c.Use(purpose=purpose(), code=code.code, licence=found[MARRIAGE].id))
    assert said.fields["name"] == "陈样铭"


def test_a_use_without_an_item_or_a_business_number_is_refused(served):
    whole: dict[str, Any] = {
        "purpose": {"item": "i01", "business": "b", "place": "K1", "reason": "precheck"},
        "way": "holder",
        "holder": {"handle": CHEN.handle},
        "types": [CARD],
    }

    class Asked(c._Question, frozen=True):
        purpose: dict[str, str]
        way: str
        holder: dict[str, str]
        types: list[str]

    line = served.line()
    try:
        for lacking in ("item", "business", "place", "reason"):
            less = {name: value for name, value in whole["purpose"].items() if name != lacking}
            for bad in (less, {**less, lacking: ""}):
                with pytest.raises(CityRefusedError, match="bad_request"):
                    line.ask("/use-codes", Asked(**{**whole, "purpose": bad}), c.UseCode)
        with pytest.raises(CityRefusedError, match="bad_request"):  # a member of staff without their post
            line.ask("/use-codes", Asked(**{**whole, "purpose": {**whole["purpose"], "staff": "1003"}}), c.UseCode)
    finally:
        line.close()


def test_a_use_code_is_good_for_its_own_visit_only(provider):
    code, found = opened(provider, wanted(CHEN, CARD))
    for other in (purpose(item="i02"), purpose(business="another")):
        with pytest.raises(CityRefusedError, match="use_code_unknown"):
            provider.data(c.Use(purpose=other, code=code.code, licence=found[CARD].id))
    with pytest.raises(CityRefusedError, match="use_code_unknown"):
        provider.find(c.Use(purpose=purpose(), code="made-up"))
    with pytest.raises(CityRefusedError, match="licence_unknown"):
        provider.data(c.Use(purpose=purpose(), code=code.code, licence="made-up"))


def test_a_stranger_is_told_apart_from_a_holder_of_nothing(provider):
    with pytest.raises(CityRefusedError, match="holder_unknown"):
        provider.use_code(wanted(c.Holder(handle="nobody"), CARD))
    assert opened(provider, wanted(ZHOU, DEED))[1] == {}


def test_what_is_shown_is_genuine_or_not(provider):
    def shown(text: str) -> c.Verified:
        return provider.verify(c.Shown(purpose=purpose(), text=text))

    assert shown(f"KPL-DEMO:{CHEN.handle}:{PERMIT}") == c.Verified(True, PERMIT, c.LicenceState.EXPIRED)
    assert not shown(f"KPL-DEMO:{CHEN.handle}:{DEED}").genuine
    assert not shown("http://example.invalid/").genuine


def test_a_correction_is_taken_once_however_often_it_comes(served):
    key = str(uuid.uuid4())
    said = c.Correction(type=MARRIAGE, reason=c.CorrectionReason.WRONG_VALUE, field="name", item="i17", business="b")
    line = served.line()
    try:
        for _ in range(2):
            assert line.ask("/corrections", said, Receipt, key=key) == Receipt(key)
    finally:
        line.close()


def test_every_use_is_logged_with_its_purpose_and_nothing_of_the_person(provider, caplog):
    with caplog.at_level(logging.INFO, "kapok.licences"):
        code, found = opened(provider, wanted(CHEN_BY_NUMBER, CARD))
        provider.data(c.Use(purpose=purpose(staff="1003", role="counter"), code=code.code, licence=found[CARD].id))
    assert len(caplog.messages) == 3
    assert all("item='i01'" in line and "place='K1'" in line and "came=answered" in line for line in caplog.messages)
    assert "staff='1003' role='counter'" in caplog.messages[2]
    for secret in (CHEN_BY_NUMBER.number, CHEN.handle, "陈样明", code.code, found[CARD].id):
        assert secret not in caplog.text
        for value in (code, found[CARD], CHEN_BY_NUMBER, wanted(CHEN_BY_NUMBER, CARD)):
            assert secret not in repr(value)


def test_a_slow_city_costs_the_time_that_was_given_and_no_more(faulty):
    faulty.faults(slow_s=30)
    line = faulty.line(timeout_s=0.3)
    with pytest.raises(CityAwayError, match="too_slow"):
        CityLicences(line).use_code(wanted(CHEN, CARD))
    line.close()


def test_a_city_that_is_down_or_says_nonsense_gives_no_licence(faulty):
    for faults, why in (({"down": True}, "busy"), ({"wrong": True}, "nonsense")):
        faulty.faults(**faults)
        line = faulty.line()
        with pytest.raises(CityAwayError, match=why):
            CityLicences(line).use_code(wanted(CHEN, CARD))
        line.close()


def test_a_licence_that_nobody_asked_for_counts_as_no_answer(provider, served):
    """The adapter's own look: an answer about another licence could be another person's."""

    class Crossed:
        def ask(self, *_: Any, **__: Any) -> c.LicenceData:
            return c.LicenceData("somebody-else-s", CARD, {"name": "甲"})

    with pytest.raises(CityAwayError, match="nonsense"):
        CityLicences(Crossed()).data(c.Use(purpose=purpose(), code="x", licence="mine"))  # type: ignore[arg-type]  # a line that mixes up answers
