"""What the hall says of a case becomes the words of a paper, and no more than it says."""

import pytest

from hall_server.contract.applications import ApplicationReceipt
from hall_server.contract.city.progress import CaseState
from hall_server.contract.item_words import ResultWay
from hall_server.contract.progress_views import STEP, CaseView
from kiosk.session.case_papers import progress_paper, receipt_paper
from kiosk.session.papers import StepState

AT = 1_792_113_720_000_000  # 2026-10-16 01:22 UTC
CHINA = 8 * 3600
DONE, NOW, TO_COME = StepState.DONE, StepState.NOW, StepState.TO_COME


def case(state, **more):
    return CaseView(number="20261016-0042", state=state, step=STEP[state], at=AT, **more)


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        (CaseState.RECEIVED, (NOW, TO_COME, TO_COME, TO_COME, TO_COME)),
        (CaseState.IN_WORK, (DONE, DONE, NOW, TO_COME, TO_COME)),
        (CaseState.READY, (DONE, DONE, DONE, DONE, NOW)),
        (CaseState.CLOSED, (DONE, DONE, DONE, DONE, DONE)),
        (CaseState.WITHDRAWN, (TO_COME, TO_COME, TO_COME, TO_COME, TO_COME)),
    ],
)
def test_each_state_of_a_case_stands_at_its_step(state, steps):
    paper = progress_paper(case(state), CHINA)
    assert tuple(step.state for step in paper.steps) == steps
    assert [step.name for step in paper.steps] == ["收件", "受理", "审查", "决定", "送达"]


def test_the_promised_day_is_the_halls_own():
    paper = progress_paper(case(CaseState.IN_WORK, due_at=AT + 20 * 3600 * 1_000_000), CHINA)
    assert paper.next_step == "10 月 17 日 前会办好"
    assert paper.steps[2].when == "10 月 17 日 前办好"


@pytest.mark.parametrize("state", list(CaseState))
def test_every_state_makes_a_paper(state):
    paper = progress_paper(case(state, contact="12345", place="4 号窗口"), CHINA)
    assert (paper.case_no, paper.contact, paper.item_name) == ("20261016-0042", "12345", "")


def test_what_can_be_collected_says_where():
    assert progress_paper(case(CaseState.READY, place="4 号窗口"), CHINA).next_step == "可以来取了：4 号窗口"


def receipt(**more):
    return ApplicationReceipt(
        application="a" * 8,
        number="20261016-0042",
        item="i01",
        item_name="居住证",
        state=CaseState.ACCEPTED,
        at=AT,
        **more,
    )


def test_a_receipt_says_when_what_by_when_and_how_the_result_comes():
    taken = receipt(due_at=AT, delivery=ResultWay.POST, later=("相片",), accepting="区公安分局", contact="12345")
    paper = receipt_paper(taken, (("居民身份证", 2),), CHINA, "KPT1:AB")
    assert paper.handed_in_at == "2026-10-16 09:22"
    assert paper.next_step == "10 月 16 日 前办好；结果寄给您；还要补：相片"
    assert (paper.contact, paper.code) == ("区公安分局 12345", "KPT1:AB")


@pytest.mark.parametrize("way", list(ResultWay))
def test_every_way_of_a_result_has_words(way):
    assert receipt_paper(receipt(delivery=way), (), CHINA).next_step.startswith("结果")
