from __future__ import annotations

import pytest

from hall_server.contract.messages import OnBehalf, VisitorMask
from hall_server.contract.vocabulary import Chip, Relation
from hall_server.web.chips import behalf_line, chips_of

PRINCIPAL = VisitorMask("cd" * 16, "陈**", "0042")


def words(*chips: Chip, modes: str = "", for_other: bool = False) -> str:
    return " ".join(one.words for one in chips_of(chips, for_other=for_other, unconfirmed=False, modes=modes))


def test_every_wish_has_a_word_and_an_ordinary_ticket_says_so() -> None:
    assert words(*Chip) == "老人优先 优先 说粤语 坐轮椅 需引导"
    assert words() == "普通取号"


def test_whoever_has_booked_is_no_ordinary_taker() -> None:
    booked = chips_of((Chip.ELDER,), for_other=False, unconfirmed=False, booked=True)
    assert [one.words for one in booked] == ["预约", "老人优先"]


def test_how_somebody_likes_to_read_is_a_mark_too_each_once_and_letters_of_a_newer_kiosk_are_passed_over() -> None:
    assert words(modes="LAQ") == "看大字 用听的"
    assert words(Chip.CANTONESE, modes="H") == "说粤语"
    assert words(Chip.ELDER, Chip.GUIDE, modes="L", for_other=True) == "老人优先 需引导 看大字 替别人办"


@pytest.mark.parametrize(
    ("behalf", "line"),
    [
        (None, ""),
        (OnBehalf(Relation.RELATIVE, PRINCIPAL), "近亲属 · 陈** · 0042"),
        (OnBehalf(Relation.GUARDIAN), "监护人"),
        (OnBehalf(Relation.MANDATE, organisation="木棉科技"), "经办人 · 木棉科技"),
        (OnBehalf(organisation="木棉科技"), "木棉科技"),
        (OnBehalf(Relation.MANDATE, PRINCIPAL, "木棉科技"), "受委托 · 陈** · 0042 · 木棉科技"),
    ],
)
def test_a_counter_reads_for_whom_somebody_acts(behalf: OnBehalf | None, line: str) -> None:
    assert behalf_line(behalf) == line
