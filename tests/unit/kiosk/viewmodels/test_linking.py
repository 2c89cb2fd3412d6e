"""Places on the net as they stand on the screen: the hall's order, and one as a code (UI-K38, CL-G10, H17)."""

from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.linking import link_props, links_props


def test_cl_g10_the_order_is_left_as_it_came():
    session = EXAMPLES["links_agencies"]
    way = session.visit.way
    turned = replace(session, visit=replace(session.visit, way=replace(way, links=way.links[::-1])))
    shown = [row.link_id for row in links_props(turned).rows]
    assert shown == [one.id for one in way.links[::-1]][: len(shown)]


def test_every_agency_stands_on_some_page():
    session = EXAMPLES["links_agencies"]
    way, seen = session.visit.way, []
    for page in range(links_props(session).pages):
        turned = replace(session, visit=replace(session.visit, way=replace(way, page=page)))
        seen += [row.link_id for row in links_props(turned).rows]
    assert seen == [one.id for one in way.links]


def test_it_says_whether_it_looks_or_nobody_knows():
    states = [links_props(EXAMPLES[name]).state for name in ("links", "links_asking", "links_away")]
    assert states == ["here", "asking", "away"]
    assert links_props(replace(EXAMPLES["links_away"], online=False)).state == "offline"


def test_an_address_is_written_and_a_code():
    props = link_props(EXAMPLES["link"])
    assert props.address == "https://portal.example/"
    assert props.qr_side > 0
