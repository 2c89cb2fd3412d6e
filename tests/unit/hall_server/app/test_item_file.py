"""The items, bundles and venues of a site file become the values that the rules work with."""

from typing import Any

import msgspec

from config.site import Site, load_site
from hall_server.app.item_file import offer, this_venue
from hall_server.app.site_file import hall_site
from hall_server.contract.items import ItemKind, Order, Reach, VenueLevel
from hall_server.domain.items.bundles import Bundle, together
from hall_server.domain.items.codes import CodeWarning
from hall_server.domain.items.combine import fewest_counters, standing
from hall_server.domain.items.element import (
    Choice,
    Codes,
    Elements,
    Material,
    ServiceItem,
    Situation,
    SpecialStep,
    Term,
)
from hall_server.domain.items.reach import Applicant, Here, Referral, Taken, take_or_refer
from hall_server.domain.items.venues import Venue
from tests.house_rules.sources import ROOT

DEMO = load_site(ROOT / "config/sites/demo.toml")
ITEM = {"id": "i1", "name": "食品经营许可", "queue": "A", "theme": "准营"}
WHOLE = {
    **ITEM,
    "kind": "permit",
    "codes": {"basic": "12", "implementation": "34", "handling": "56"},
    "basis": ["食品安全法"],
    "target": "法人",
    "conditions": "有场所",
    "process": ["受理", "审查"],
    "results": ["许可证"],
    "legal_days": "15d",
    "promise_days": 5,
    "special_steps": ["听证", {"name": "现场核查", "days": "10"}],
    "materials": [["m_id", "身份证", "main", "居民身份证"], ["m_plan", "平面图", "tol", ""]],
    "situations": [
        {
            "id": "s",
            "question": "旧店？",
            "choices": [{"id": "y", "words": "是", "without": ["m_plan"]}, {"id": "n", "words": "不是"}],
        }
    ],
    "form_fields": ["name"],
    "levels": ["district"],
    "local": ["promise_days"],
    "reach": "city",
    "effective_from": "2026-03-01",
}


def site(hall: dict[str, Any] | None = None, item: dict[str, Any] | None = None, **tables: Any) -> Site:
    hours = [{"days": "1-5", "open": "09:00", "close": "17:30"}]
    whole = {
        "hall": {"id": "h", "name": "厅", "hours": hours, **(hall or {})},
        "queue": [{"id": "A", "letter": "A", "name": "综合"}],
        "counter": [{"no": 1, "name": "一", "queues": ["A"]}],
        "item": [item or ITEM],
        **tables,
    }
    return msgspec.convert(whole, Site)


def test_every_element_of_an_item_is_carried_over():
    """CL-B1 Exactly these elements, and what the hall settles itself."""
    assert offer(site(item=WHOLE)).catalogue.items["i1"] == ServiceItem(
        id="i1",
        queue="A",
        elements=Elements(
            name="食品经营许可",
            codes=Codes("12", "34", "56"),
            basis=("食品安全法",),
            kind=ItemKind.PERMIT,
            target="法人",
            conditions="有场所",
            process=("受理", "审查"),
            materials=(Material("m_id", "身份证", licence="居民身份证"), Material("m_plan", "平面图", tolerable=True)),
            legal=Term(15, calendar=True),
            promise_days=5,
            results=("许可证",),
            special_steps=(SpecialStep("听证"), SpecialStep("现场核查", Term(10))),
        ),
        reach=Reach.CITY,
        levels=(VenueLevel.DISTRICT,),
        situations=(Situation("s", "旧店？", (Choice("y", "是", ("m_plan",)), Choice("n", "不是"))),),
        form_fields=("name",),
        local=("promise_days",),
        guide_from="2026-03-01",
        theme="准营",
    )


def test_an_item_that_says_little_has_no_kind_and_no_limit():
    plain = offer(site()).catalogue
    assert (plain.items["i1"].elements.kind, plain.items["i1"].elements.legal, plain.effective_from) == (None, None, "")


def test_a_catalogue_has_its_day_its_components_and_another_version_after_any_change():
    """CL-B3 Versioned snapshots with an effective date."""
    tables = {"catalogue": {"effective_from": "2026-05-01"}, "material": [{"id": "m_id", "name": "居民身份证"}]}
    found = offer(site(item=WHOLE, **tables)).catalogue
    assert (found.effective_from, found.materials) == ("2026-05-01", {"m_id": "居民身份证"})
    assert found.version == offer(site({"hotline": "1"}, item=WHOLE, **tables)).catalogue.version
    assert found.version != offer(site(item={**WHOLE, "promise_days": 7}, **tables)).catalogue.version


def test_a_code_of_another_length_is_kept_and_told():
    """CL-B11 Unknown-format code imports with a warning, never truncated."""
    found = offer(site(item=WHOLE, catalogue={"code_lengths": {"basic": [12], "handling": [2, 33]}}))
    assert found.odd_codes == (CodeWarning("i1", "codes.basic", "12"),)
    assert found.catalogue.items["i1"].elements.codes.basic == "12"


def test_a_hall_knows_its_region_its_queues_for_others_and_other_venues():
    """CL-A9, A12."""
    hall = {
        "level": "street",
        "region": "440106",
        "former_regions": ["440121"],
        "cross_region_queue": "A",
        "general_queue": "A",
    }
    told = {"address": "红棉街 1 号", "phone": "12345", "hours": "9-12", "floor_m2": 500, "barrier_free": ["坡道"]}
    venue = {"id": "v", "name": "站", "level": "village", "region": "440106", "items": ["i1"], "parent": "h", "km": 1.5}
    found = offer(site(hall, venue=[{**venue, **told}, {"id": "w", "name": "别处"}]))
    assert found.here == Here(
        VenueLevel.STREET,
        ("440106", "440121"),
        "A",
        "A",
        (
            Venue(
                id="v",
                name="站",
                level=VenueLevel.VILLAGE,
                regions=("440106",),
                items=("i1",),
                parent="h",
                address="红棉街 1 号",
                phone="12345",
                hours="9-12",
                km=1.5,
                floor_m2=500,
                barrier_free=("坡道",),
            ),
            Venue(id="w", name="别处", level=VenueLevel.DISTRICT),
        ),
    )


def test_a_bundle_keeps_its_order_and_what_is_settled_elsewhere():
    """CL-D7."""
    bundle = {"id": "b", "name": "一件事", "items": ["i1"], "order": "serial", "extra": ["水"]}
    assert offer(site(bundle=[bundle])).bundles == {"b": Bundle("b", "一件事", ("i1",), Order.SERIAL, ("水",))}


def test_the_demo_halls_birth_bundle_is_one_list_and_one_counter():
    """CL-D7, B5, A7 新生儿出生: one ticket, 身份证 once for three, settled at any counter of its queue."""
    made = hall_site(DEMO).offer
    visit = together(made.catalogue, made.bundles["b_birth"].items)
    assert [(one.name, len(one.for_items)) for one in visit.materials if one.id == "m_id"] == [("居民身份证", 3)]
    found = standing({one: made.catalogue.items[one].queue for one in visit.items}, counters(), lambda _: 0)
    assert found is not None
    assert (found.queue, found.visits) == ("E", 1)


def test_four_items_over_three_queues_of_the_demo_hall_take_one_counter():
    """CL-D9 Plan uses minimum counters given the bindings: the flexible counter 11 has C, A, E and H."""
    items = hall_site(DEMO).offer.catalogue.items
    needs = {one: items[one].queue for one in ("i01", "i04", "i15", "i17")}
    assert set(needs.values()) == {"H", "E", "A"}
    (visit,) = fewest_counters(needs, counters(), lambda _: 300, lambda _: 480).visits
    assert visit.counter == 11


def counters() -> dict[int, tuple[str, ...]]:
    return {no: rule.queues for no, rule in hall_site(DEMO).counters.items()}


def test_an_applicant_from_elsewhere_gets_a_number_or_the_way_in_the_demo_hall():
    """CL-A9 reach=cross_province goes to X; reach=local is told where, and whom to ask."""
    made = hall_site(DEMO).offer
    assert take_or_refer(made.catalogue.items["i04"], made.here, Applicant("430102")) == Taken("X", cross_region=True)
    found = take_or_refer(made.catalogue.items["i17"], made.here, Applicant("440106"))
    assert isinstance(found, Referral)
    assert found.venue is not None
    assert (found.venue.id, found.help_queue) == ("gz-demo-city", "K")


def test_a_hall_is_a_venue_among_others():
    """CL-A12 Area, opening hours and barrier-free facilities, for the map of venues."""
    own = {"address": "木棉路 1 号", "floor_m2": 12000, "barrier_free": ["无障碍电梯"], "region": "440106"}
    assert this_venue(site(own)) == Venue(
        id="h",
        name="厅",
        level=VenueLevel.DISTRICT,
        regions=("440106",),
        items=("i1",),
        address="木棉路 1 号",
        phone="12345",
        hours="1-5 09:00-17:30",
        km=0.0,
        floor_m2=12000,
        barrier_free=("无障碍电梯",),
    )
