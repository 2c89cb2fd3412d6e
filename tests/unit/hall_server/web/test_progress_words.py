"""Every state of a case has its sentence, or none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hall_server.contract.city.progress import CaseState, CaseStatus
from hall_server.web.progress_words import progress_line
from tests.unit.hall_server.halls import NOON


def hall_time(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1e6, UTC)


@pytest.mark.parametrize("state", CaseState)
def test_a_state_reads_as_a_sentence(state: CaseState) -> None:
    words = progress_line(CaseStatus(case="c", state=state, at=NOON), hall_time)
    assert words.endswith("。") != (state is CaseState.WITHDRAWN)


def test_a_promise_and_a_place_are_said_where_they_help() -> None:
    work = CaseStatus(case="c", state=CaseState.IN_WORK, at=NOON, due_at=NOON, place="3 号窗口")
    ready = CaseStatus(case="c", state=CaseState.READY, at=NOON, due_at=NOON, place="3 号窗口")
    assert progress_line(work, hall_time) == "正在办理。1 月 2 日前答复。"
    assert progress_line(ready, hall_time) == "可以来领了。请到3 号窗口。"


def test_nothing_known_is_nothing_said() -> None:
    assert not progress_line(None, hall_time)
