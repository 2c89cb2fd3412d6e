"""评价 and 投诉 from a kiosk: told at once, kept without the hall, told once when it is back; no words on the disk."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.city.ratings import RatingStage
from hall_server.contract.voices import Complain, ComplaintKept, GiveRating, RatingKept
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError, HallSilentError
from kiosk.hall_client.voices import Voices
from kiosk.local_store import LocalStore
from kiosk.local_store.voices import MOST, KeptComplaint, KeptRating
from kiosk.runner.voices import Said, VoicePost
from tests.integration.hall_server.served import HALL_ID, Served
from tests.integration.kiosk.machines import Bench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIVE = GiveRating(5)
WAIT = Complain(category="wait")


class Hall:
    """Hears what it is told, or is silent, or refuses; counts each key once, as the real one does."""

    def __init__(self) -> None:
        self.silent = True
        self.refuses = ""
        self.heard: dict[str, object] = {}

    def _hear(self, key: str, what: object) -> None:
        if self.silent:
            raise HallSilentError
        if self.refuses:
            raise HallRefusedError(self.refuses)
        self.heard.setdefault(key, what)

    def told(self, key: str, order: Complain) -> ComplaintKept:
        self._hear(key, order)
        return ComplaintKept(number="TS260102-1", category=order.category, at=1)

    def rated(self, key: str, ticket_id: str, order: GiveRating) -> RatingKept:
        self._hear(key, (ticket_id, order))
        return RatingKept(ticket=ticket_id, stage=order.stage, again=False)


def all_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def fresh() -> str:
    return str(uuid.uuid4())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    one = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    yield one
    one.close()


@pytest.fixture
def journal() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as one:
        yield one


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def post(hall: Hall, tmp_path: Path, journal: ThreadPoolExecutor) -> Iterator[VoicePost]:
    store = journal.submit(LocalStore, tmp_path / "kiosk.db", Bench().machine()).result()
    yield VoicePost(hall, store.voices, journal)  # type: ignore[arg-type]  # a hall that answers from memory
    journal.submit(store.close).result()


async def test_what_is_said_without_the_hall_is_kept_and_told_once_when_it_is_back(
    hall: Hall, post: VoicePost, tmp_path: Path
) -> None:
    ticket, rating, complaint = fresh(), fresh(), fresh()
    assert await post.rate(rating, ticket, FIVE) == Said(heard=False)
    assert await post.complain(complaint, WAIT) == Said(heard=False)
    assert await post.rate(rating, ticket, FIVE) == Said(heard=False)
    assert await post.deliver() == 0
    hall.silent = False
    assert [await post.deliver(), await post.deliver()] == [2, 0]
    assert hall.heard == {rating: (ticket, FIVE), complaint: WAIT}
    assert await post.complain(fresh(), WAIT) == Said(heard=True, number="TS260102-1")


async def test_words_are_never_written_down_and_whoever_said_them_is_told_so(post: VoicePost, tmp_path: Path) -> None:
    said = await post.complain(fresh(), Complain(category="wait", words="陈小明等了两个小时"))
    assert said == Said(heard=False, kept=False)
    assert "陈小明".encode() not in all_of(tmp_path)


async def test_what_the_hall_will_never_have_holds_nobody_up(hall: Hall, post: VoicePost) -> None:
    await post.rate(fresh(), fresh(), FIVE)
    hall.silent, hall.refuses = False, "illegal_move"
    assert await post.deliver() == 0
    hall.refuses = ""
    assert await post.deliver() == 0
    assert hall.heard == {}


def test_what_is_kept_outlives_a_start_and_has_a_bound(store: LocalStore, tmp_path: Path) -> None:
    first = KeptRating(fresh(), fresh(), FIVE)
    assert store.voices.keep(first)
    assert all(store.voices.keep(KeptComplaint(fresh(), WAIT)) for _ in range(MOST - 1))
    assert not store.voices.keep(KeptComplaint(fresh(), WAIT))
    assert store.voices.keep(first)
    store.close()
    again = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    assert len(again.voices.waiting()) == MOST
    again.voices.settled(first.key)
    assert first not in again.voices.waiting()
    again.close()


def test_a_complaint_with_words_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="words"):
        KeptComplaint(fresh(), Complain(category="wait", words="x"))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    one = Served(tmp_path_factory.mktemp("hall") / "data")
    one.start()
    yield one
    one.stop()


def test_the_hall_keeps_a_complaint_once_and_a_rating_after_a_service_only(served: Served) -> None:
    key = served.credential("kiosk", "K1", "K1")
    client = HallClient(HallAccess(served.address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=5.0))
    voices, machine = Voices(client), served.machine("kiosk", "K1", "K1")
    category = voices.categories().categories[0].code
    one = fresh()
    assert voices.complain(one, category, "等太久").number == voices.complain(one, category, "等太久").number
    ticket = machine.take("i02")["id"]
    with pytest.raises(HallRefusedError, match="illegal_move"):
        voices.rate(fresh(), ticket, 5)
    machine.confirm(ticket)
    counter = served.machine("counter", "W5", "5")
    assert counter.post("counters/5/sign_in", {"clerk": "1005"}).ok
    assert counter.post("counters/5/call_next").json()["id"] == ticket
    assert counter.post(f"tickets/{ticket}/serve").ok
    first, again = (voices.rate(fresh(), ticket, 4, RatingStage.SERVICE, ("quick",)) for _ in range(2))
    assert (first.again, again.again) == (False, True)
    for one_of_them in (machine, counter, client):
        one_of_them.close()
