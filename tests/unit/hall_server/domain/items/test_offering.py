"""CL-B3, B4, B7, B12 A hall under a version of its catalogue: rules, and what kiosks list."""

import msgspec
import pytest

from hall_server.contract.catalogue import ItemView, SituationView, StepView
from hall_server.contract.catalogue import Material as MaterialView
from hall_server.contract.items import ItemKind, Reach
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import GENERAL_ITEM, Outcome
from hall_server.domain.items.catalogue import Catalogue
from hall_server.domain.items.element import (
    Choice,
    Elements,
    Material,
    ServiceItem,
    Situation,
    SpecialStep,
    Term,
)
from hall_server.domain.items.offer import NOTHING
from hall_server.domain.items.offering import as_asked, item_view, offering
from hall_server.domain.site import ItemRule
from tests.unit.hall_server.halls import SITE


def item(name: str, queue: str = "A", theme: str = "户口", **elements: object) -> ServiceItem:
    return ServiceItem(id=name, elements=Elements(name=f"事项{name}", **elements), queue=queue, theme=theme)  # type: ignore[arg-type]  # elements by name


GENERAL = ItemView(GENERAL_ITEM, "咨询", "", "A")
FILE = msgspec.structs.replace(
    SITE,
    items={**SITE.items, GENERAL_ITEM: ItemRule(GENERAL_ITEM, "咨询", "A", Outcome.CONSULTED)},
    catalogue=(GENERAL,),
    offer=msgspec.structs.replace(NOTHING, catalogue=Catalogue("v2", "", {"i1": item("i1"), "i9": item("i9")})),
)
V1 = Catalogue("v1", "", {"i1": item("i1", "C", "社保"), "i2": item("i2"), "i7": item("i7", queue="gone")})


def test_the_rules_and_lists_of_a_hall_are_those_of_the_version_in_force() -> None:
    there = offering(FILE, V1)
    assert (there.version, there.offer.catalogue.version) == ("v1", "v1")
    assert (there.item("i1").queue, there.item("i2").name) == ("C", "事项i2")
    assert [one.id for one in there.catalogue] == ["i1", "i2", GENERAL_ITEM]
    assert there.themes == ("社保", "户口")
    assert there.queues == FILE.queues


def test_what_only_another_version_has_cannot_be_asked_for_but_stays_known() -> None:
    there = offering(offering(FILE, FILE.offer.catalogue), V1)
    assert there.items["i9"].name == "事项i9"
    with pytest.raises(HallProblem) as refused:
        there.item("i9")
    assert refused.value.code is ProblemCode.ITEM_UNKNOWN


def test_an_item_whose_queue_is_gone_is_left_out() -> None:
    there = offering(FILE, V1)
    assert "i7" not in there.offer.catalogue.items
    with pytest.raises(HallProblem):
        there.item("i7")


def test_whoever_is_not_sure_is_served_under_every_version() -> None:
    there = offering(FILE, V1)
    assert there.item(GENERAL_ITEM).queue == "A"
    asked = as_asked(there, ("i1", GENERAL_ITEM, "i9", "zz"))
    assert {one.id: one.queue for one in asked.items.values()} == {"i1": "C", GENERAL_ITEM: "A"}


def test_an_item_is_listed_with_version_date_days_steps_and_questions() -> None:
    whole = ServiceItem(
        id="i1",
        elements=Elements(
            name="食品经营许可",
            kind=ItemKind.PERMIT,
            materials=(Material("m_id", "身份证", tolerable=True, licence="居民身份证"),),
            legal=Term(15, calendar=True),
            promise_days=5,
            special_steps=(SpecialStep("听证"), SpecialStep("现场核查", Term(10))),
        ),
        queue="A",
        reach=Reach.CITY,
        situations=(Situation("s", "旧店？", (Choice("y", "是", ("m_id",)), Choice("n", "不是"))),),
        guide_from="2026-03-01",
        theme="准营",
        plain="开饭店",
        note="预约",
        common=True,
    )
    assert item_view(whole, V1, "二楼") == ItemView(
        id="i1",
        name="食品经营许可",
        theme="准营",
        queue="A",
        materials=(MaterialView("m_id", "身份证", tolerable=True, licence="居民身份证"),),
        plain="开饭店",
        note="预约",
        common=True,
        place="二楼",
        version="v1",
        guide_from="2026-03-01",
        kind=ItemKind.PERMIT,
        legal_days="15d",
        promise_days=5,
        special_steps=(StepView("听证"), StepView("现场核查", "10")),
        situations=(SituationView("s", "旧店？", (("y", "是"), ("n", "不是")), (("m_id",), ())),),
        reach=Reach.CITY,
        pinyin="shi pin jing ying xu ke",
        initials="spjyxk",
    )
    assert item_view(item("i2"), V1, "").legal_days is None
