"""Applications at 统一申办受理: sealed parts come in pieces, whatever is cut off, and the whole is one case.

KAPOK_CITY_ACCEPTANCE=https://… for another city; what was opened there nobody here can see.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from hall_server.city.applications import CityApplications
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.progress import case_status, cases_of
from hall_server.contract.city import applications as a
from hall_server.contract.city.licences import Holder
from hall_server.contract.city.progress import CaseState, CasesWanted
from hall_server.contract.crypto.sealed_box import boxes_of
from hall_server.contract.item_words import ResultWay
from tests.contracts.city.asked_ports import Platform, shared

if TYPE_CHECKING:
    from collections.abc import Iterator

WANTED = a.ApplicationWanted(item="i02", business="0f8fad5b-d9cb-469f-a165-70867728950e", place="K1", name="居住证签注")
CHEN = Holder(handle="demo-person-000000001A")
PAGE = b"\xff\xd8\xff" + bytes(range(256)) * 500  # 128 kB: two pieces
FORM = a.ApplicationForm(holder=CHEN, fields=(a.FormField(field="name", value="陈样明", source="居民身份证"),))


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Platform:
    return shared("acceptance", request)


@pytest.fixture
def city(served: Platform) -> Iterator[CityApplications]:
    line = served.line()
    yield CityApplications(line)
    line.close()


@pytest.fixture
def faulty(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    yield served
    served.faults()


class Filled:
    """An application with its boxes, sent as far as a test wants."""

    def __init__(self, city: CityApplications, page: bytes = PAGE, **more: Any) -> None:
        self.id = str(uuid.uuid4())
        self.city = city
        self.key = city.open(self.id, WANTED).key
        self.boxes = {a.FORM: self.seal(a.FORM, msgspec.json.encode(FORM)), 1: self.seal(1, page)}
        self.boxes |= more.get("boxes", {})

    def seal(self, part: int, plain: bytes, application: str = "") -> bytes:
        return boxes_of(self.key.alg).seal(self.key.public, plain, a.about(application or self.id, part))

    def piece(self, part: int, offset: int = 0) -> a.PartNow:
        box = self.boxes[part]
        data = box[offset : offset + a.PIECE_MAX]
        return self.city.piece(self.id, a.Piece(part=part, size=len(box), offset=offset, data=data))

    def send(self) -> None:
        for part, box in self.boxes.items():
            at = 0
            while at < len(box):
                at = self.piece(part, at).received

    def whole(self) -> a.HandIn:
        parts = tuple(
            a.PartTold(part=part, size=len(box), sha256=hashlib.sha256(box).hexdigest())
            for part, box in self.boxes.items()
        )
        materials = (a.MaterialGiven(material="m_rp", parts=(1,)), a.MaterialGiven(material="m_id", licence="身份证"))
        return a.HandIn(parts=parts, materials=materials, delivery=ResultWay.POST)

    def hand_in(self) -> a.ApplicationTaken:
        return self.city.hand_in(self.id, self.whole())


def test_an_application_is_one_case_however_often_it_is_handed_in_and_its_holder_finds_it(
    served: Platform, city: CityApplications
) -> None:
    one = Filled(city)
    one.send()
    taken = one.hand_in()
    assert one.hand_in() == taken
    assert taken.state in {CaseState.RECEIVED, CaseState.ACCEPTED}
    assert city.look(one.id).stage is a.Stage.HANDED_IN
    assert city.drop(one.id).stage is a.Stage.HANDED_IN
    if served.city is not None:
        progress = Platform(f"{served.city.address}/progress", served.city).line()
        found = case_status(progress, taken.number)
        assert found in cases_of(progress, CasesWanted(holder=CHEN, place="K1"))
        progress.close()
        (given,) = [each for each in served.city.ask("GET", "/applications").json() if each["application"] == one.id]
        assert given["pages"] == [hashlib.sha256(PAGE).hexdigest()]
        assert (given["fields"], given["delivery"]) == ([["name", "居民身份证"]], "post")
        assert "陈样明" not in str(given)


def test_a_part_goes_on_where_it_was_cut_off_and_a_piece_that_comes_twice_or_too_early_changes_nothing(
    city: CityApplications,
) -> None:
    one = Filled(city)
    first = one.piece(1)
    assert one.piece(1) == first
    assert one.piece(1, first.received + 100).received == first.received
    (there,) = city.look(one.id).parts
    assert there == first
    one.send()
    assert {part.part: part.received for part in city.look(one.id).parts} == {
        part: len(box) for part, box in one.boxes.items()
    }
    one.hand_in()


def test_a_page_that_is_scanned_once_more_takes_the_place_of_the_first_also_when_it_is_as_long(
    city: CityApplications,
) -> None:
    one = Filled(city)
    one.send()
    one.boxes[1] = one.seal(1, PAGE[:-1] + b"x")
    one.send()
    one.hand_in()


def test_what_is_not_there_or_does_not_open_is_no_application(city: CityApplications) -> None:
    one = Filled(city)
    one.piece(1)
    with pytest.raises(CityRefusedError, match="parts_missing"):
        one.hand_in()
    whole = one.boxes[1]
    for bad in (one.seal(2, PAGE), one.seal(1, PAGE, str(uuid.uuid4())), one.seal(1, b"MZ not a page"), b"x" * 100):
        one.boxes[1] = bad
        one.send()
        with pytest.raises(CityRefusedError, match="part_unreadable"):
            one.hand_in()
    one.boxes[1] = whole
    one.send()
    one.hand_in()


def test_what_is_dropped_is_gone_and_cannot_be_gone_on_with(city: CityApplications) -> None:
    one = Filled(city)
    one.send()
    for _ in range(2):
        assert city.drop(one.id) == a.ApplicationNow(application=one.id, stage=a.Stage.DROPPED)
    for ask in (one.hand_in, one.send, lambda: city.open(one.id, WANTED)):
        with pytest.raises(CityRefusedError, match="application_over"):
            ask()
    stranger = str(uuid.uuid4())
    for look in (city.look, city.drop):
        with pytest.raises(CityRefusedError, match="application_unknown"):
            look(stranger)


def test_more_than_eleven_megabytes_are_refused(city: CityApplications) -> None:
    one = Filled(city)
    piece = one.boxes[1][:10]
    for part in (2, 3):
        city.piece(one.id, a.Piece(part=part, size=a.PART_MAX, offset=0, data=piece))
    with pytest.raises(CityRefusedError, match="too_large"):
        city.piece(one.id, a.Piece(part=4, size=a.PART_MAX, offset=0, data=piece))
    city.drop(one.id)


@pytest.mark.parametrize(("fault", "why"), [({"down": True}, "busy"), ({"wrong": True}, "nonsense")])
def test_a_city_with_a_fault_is_away_and_afterwards_all_goes_on(
    faulty: Platform, city: CityApplications, fault: dict[str, object], why: str
) -> None:
    one = Filled(city)
    one.piece(1)
    faulty.faults(**fault)
    for ask in (lambda: one.piece(0), one.hand_in, lambda: city.look(one.id)):
        with pytest.raises(CityAwayError, match=f"{why}|resting"):
            ask()
    faulty.faults()
    line = faulty.line()
    one.city = CityApplications(line)
    one.send()
    one.hand_in()
    line.close()


def test_an_answer_that_is_lost_after_the_city_took_it_is_asked_for_again_and_is_one_case(
    faulty: Platform, city: CityApplications
) -> None:
    one = Filled(city)
    one.send()
    faulty.faults(duplicate=True)
    with pytest.raises(CityAwayError, match="busy"):
        one.hand_in()
    taken = one.hand_in()
    assert taken == one.hand_in()


def test_nobody_is_named_by_what_is_passed_around() -> None:
    for value in (FORM, FORM.fields[0], a.Piece(part=0, size=9, offset=0, data=b"secret")):
        assert not [word for word in ("陈样明", CHEN.handle, "secret") if word in repr(value)]
