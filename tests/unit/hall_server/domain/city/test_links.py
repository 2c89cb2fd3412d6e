"""CL-G10: no agency is pushed: the order is nobody's choice, and one alone is not listed."""

from __future__ import annotations

from random import Random

from hall_server.contract.city.links import Link, LinkCategory, Links
from hall_server.domain.city.links import neutral

AGENCIES = tuple(Link(f"a{no}", f"机构{no}", f"https://a{no}.example/") for no in range(6))


def listed(*links: Link, category: LinkCategory = LinkCategory.INTERMEDIARY, seed: int = 1) -> tuple[Link, ...]:
    return neutral(Links(category, links), Random(seed).shuffle).links


def test_cl_g10_every_agency_stands_in_every_place_as_often_as_the_others() -> None:
    random, times = Random(7), 3_000
    first = [0] * len(AGENCIES)
    for _ in range(times):
        found = neutral(Links(LinkCategory.INTERMEDIARY, AGENCIES), random.shuffle).links
        assert sorted(one.id for one in found) == [one.id for one in AGENCIES]
        first[AGENCIES.index(found[0])] += 1
    fair = times / len(AGENCIES)
    assert all(abs(one - fair) < 0.2 * fair for one in first), first


def test_cl_g10_one_agency_alone_is_never_listed_not_even_under_two_names() -> None:
    twin = Link("other", "别名", AGENCIES[0].address)
    assert listed() == listed(AGENCIES[0]) == listed(AGENCIES[0], AGENCIES[0]) == listed(AGENCIES[0], twin) == ()
    assert len(listed(*AGENCIES[:2])) == 2


def test_an_official_place_may_stand_alone() -> None:
    assert listed(AGENCIES[0], category=LinkCategory.OFFICIAL) == AGENCIES[:1]
