"""CL-B3 The version in force when the store does not answer, and when a publication does not succeed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.catalogue import Catalogue
from hall_server.domain.items.element import Elements, ServiceItem
from hall_server.domain.items.offer import NOTHING
from hall_server.domain.items.offering import offering
from hall_server.domain.items.snapshots import Published, body_of
from hall_server.flows.catalogue_shelf import LOOK_EVERY_S, CatalogueShelf
from hall_server.flows.here import Here
from tests.unit.hall_server.halls import SITE, HandClock

if TYPE_CHECKING:
    from collections.abc import Callable

AWAY = HallProblem(ProblemCode.STORE_UNAVAILABLE)


def catalogue(version: str) -> Catalogue:
    return Catalogue(version, "", {"i1": ServiceItem(id="i1", elements=Elements(name=version), queue="A")})


class Shelf:
    """A store in memory that can be away: reader, commits and promise in one."""

    def __init__(self) -> None:
        self.published: list[Published] = []
        self.bodies: dict[str, bytes] = {}
        self.away = False
        self.answer: object = None

    def snapshots(self) -> list[Published]:
        self._there()
        return list(self.published)

    def snapshot_body(self, version: str) -> bytes | None:
        self._there()
        return self.bodies.get(version)

    def add_snapshot(self, published: Published, body: bytes) -> None:
        self._there()
        self.published.append(published)
        self.bodies[published.version] = body

    def submit(self, work: Callable[[Any], object]) -> Shelf:
        try:
            self.answer = work(self)
        except HallProblem as problem:
            self.answer = problem
        return self

    def add_done_callback(self, told: Callable[[Any], object]) -> None:
        told(self)

    def result(self) -> object:
        if isinstance(self.answer, HallProblem):
            raise self.answer
        return self.answer

    def _there(self) -> None:
        if self.away:
            raise AWAY


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def here(clock: HandClock) -> Here:
    return Here(offering(SITE, NOTHING.catalogue), clock)


def shelf_on(here: Here, store: Shelf, version: str = "v1") -> CatalogueShelf:
    here.site = offering(here.site, catalogue(version))
    return CatalogueShelf(here, store, store)  # type: ignore[arg-type]  # what the shelf asks of them is all there


def test_a_store_that_is_away_changes_nothing_and_is_asked_again(here: Here, clock: HandClock) -> None:
    store = Shelf()
    shelf = shelf_on(here, store)
    store.away = True
    assert shelf.tick() == []
    assert here.site.version == "v1"
    store.away = False
    clock.forward(LOOK_EVERY_S)
    assert len(shelf.tick()) == 1
    assert [one.version for one in store.published] == ["v1"]


def test_a_publication_that_fails_is_tried_again(here: Here, clock: HandClock) -> None:
    class Full(Shelf):
        def add_snapshot(self, published: Published, body: bytes) -> None:
            if self.full:
                raise AWAY
            super().add_snapshot(published, body)

        full = True

    store = Full()
    shelf = shelf_on(here, store)
    shelf.tick()
    assert (store.published, here.site.version) == ([], "v1")
    store.full = False
    for _ in range(3):
        clock.forward(LOOK_EVERY_S)
        shelf.tick()
    assert [one.version for one in store.published] == ["v1"]


def test_within_one_look_the_store_is_asked_once(here: Here, clock: HandClock) -> None:
    store = Shelf()
    shelf = shelf_on(here, store)
    assert len(shelf.tick()) == 1
    store.away = True
    assert shelf.tick() == []
    clock.forward(24 * 3600 - LOOK_EVERY_S)
    assert shelf.tick() == []


def test_a_day_that_could_not_be_turned_is_turned_at_the_next_asking(here: Here, clock: HandClock) -> None:
    store = Shelf()
    shelf = shelf_on(here, store)
    shelf.tick()
    store.add_snapshot(Published(2, "v2", "2026-01-03", 0, "command"), b"")
    clock.forward(LOOK_EVERY_S)
    store.bodies["v2"] = body_of(catalogue("v2"))
    shelf._published = store.published  # heard of, not yet read
    clock.forward(24 * 3600)
    store.away = True
    with pytest.raises(HallProblem):
        shelf.settle()
    assert here.site.version == "v1"
    store.away = False
    shelf.settle()
    assert here.site.version == "v2"
    assert here.site.item("i1").name == "v2"


def test_a_ticket_of_an_unknown_version_is_shown_as_things_are_today(here: Here) -> None:
    shelf = shelf_on(here, Shelf())
    assert shelf.under("never") is here.site
    assert shelf.under("") is here.site
    assert shelf.known("never") is here.site
