"""Which code was shown where: the first kiosk has it, a second hears so, also after a start; a double use is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.code_claims import ClaimCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.code_claims import USED_TWICE, code_mark
from hall_server.flows.caller import Caller
from hall_server.flows.claim_code import KEPT_S, UsedTwice
from tests.integration.hall_server.made import MadeHall
from tests.unit.hall_server.halls import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE, OTHER = Caller(ActorKind.KIOSK, "K1"), Caller(ActorKind.KIOSK, "K2")


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path)
    yield hall
    hall.close()


def order(number: int = 1, *, alone: bool = False, issuer: str = "city.demo") -> ClaimCode:
    return ClaimCode(issuer, f"{number:024x}", alone)


def first(made: MadeHall, by: Caller, key: str, claim: ClaimCode) -> bool:
    return made.hall.codes.claim(by, key, claim).result().first


def test_the_first_kiosk_has_a_code_a_second_hears_so_and_nothing_kept_is_the_code(
    made: MadeHall, caplog: pytest.LogCaptureFixture
) -> None:
    assert first(made, ONE, "key-1", order())
    assert not first(made, OTHER, "key-2", order())
    assert "by kiosk=K1, then by kiosk=K2" in caplog.text
    (record,) = made.reader.records(USED_TWICE, 0, 9)
    assert (record.actor, record.as_(UsedTwice)) == ("K2", UsedTwice("K1", alone=False))
    for kept in (caplog.text, made.path.read_bytes().decode("latin-1")):
        assert f"{1:024x}" not in kept


def test_a_kiosk_that_asks_again_and_again_is_written_down_once(made: MadeHall) -> None:
    first(made, ONE, "key-1", order())
    assert [first(made, OTHER, key, order()) for key in ("key-2", "key-2", "key-3")] == [False] * 3
    assert len(made.reader.records(USED_TWICE, 0, 9)) == 1


def test_the_same_question_has_the_same_answer_but_another_question_of_the_same_kiosk_is_a_second_use(
    made: MadeHall,
) -> None:
    assert [first(made, ONE, "key-1", order()) for _ in range(3)] == [True] * 3
    assert not first(made, ONE, "key-2", order())


def test_codes_of_two_issuers_are_two_codes(made: MadeHall) -> None:
    assert first(made, ONE, "key-1", order())
    assert first(made, OTHER, "key-2", order(issuer="another.demo"))
    assert code_mark("a", "b1") != code_mark("ab", "1")


def test_a_hall_that_starts_anew_and_a_second_process_know_who_has_it(tmp_path: Path) -> None:
    before, beside = MadeHall(tmp_path), MadeHall(tmp_path)
    assert first(before, ONE, "key-1", order())
    assert not first(beside, OTHER, "key-2", order())
    before.close()
    beside.close()
    again = MadeHall(tmp_path)
    assert first(again, ONE, "key-1", order())
    assert not first(again, OTHER, "key-3", order())
    again.close()


def test_a_double_use_that_two_kiosks_report_after_hours_alone_is_found(tmp_path: Path) -> None:
    clock = HandClock()
    made = MadeHall(tmp_path, clock)
    assert first(made, ONE, "key-1", order(alone=True))
    clock.forward(5 * 3600)
    assert not first(made, OTHER, "key-2", order(alone=True))
    assert made.reader.records(USED_TWICE, 0, 9)[0].as_(UsedTwice).alone
    made.close()


def test_after_a_day_a_code_is_forgotten(tmp_path: Path) -> None:
    clock = HandClock()
    made = MadeHall(tmp_path, clock)
    first(made, ONE, "key-1", order())
    clock.forward(KEPT_S + 1)
    first(made, ONE, "key-2", order(2))
    assert made.store.run(lambda tx: tx.code_claim(code_mark("city.demo", f"{1:024x}"))) is None
    assert first(made, OTHER, "key-3", order())
    made.close()
