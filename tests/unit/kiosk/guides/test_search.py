"""CL-H14, UI-K4 What people type finds the item: letters, characters, slips, Cantonese; else nothing is found."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.catalogue import Catalogue, ItemView
from hall_server.contract.guides import BundleView, Spoken
from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.guides.closeness import one_slip
from kiosk.guides.search import MOST, Hit, Search

CARD = ItemView(
    "i05",
    "社会保障卡挂失补换",
    "社保",
    "E",
    also=(Spoken("社保卡丢了", "she bao ka diu le"), Spoken("医保卡", "yi bao ka"), Spoken("lost card")),
    pinyin="she hui bao zhang ka gua shi bu huan",
    initials="shbzkgsbh",
    name_en="Social security card, loss report",
)
FUND = ItemView(
    "i15",
    "租房提取住房公积金",
    "住房",
    "A",
    also=(Spoken("取公积金", "qu gong ji jin"),),
    pinyin="zu fang ti qu zhu fang gong ji jin",
    initials="zftqzfgjj",
    name_en="Housing fund withdrawal for rent",
)
PERMIT = ItemView(
    "i01",
    "居住证申领",
    "来穗",
    "H",
    also=(Spoken("暂住证", "zan zhu zheng"), Spoken("居住证", "ju zhu zheng")),
    pinyin="ju zhu zheng shen ling",
    initials="jzzsl",
    common=True,
)
BIRTH = BundleView("b1", "新生儿出生", also=(Spoken("上户口", "shang hu kou"),), pinyin="xin sheng er chu sheng")
GENERAL = ItemView(GENERAL_ITEM, "咨询导办", "", "K", pinyin="zi xun dao ban", initials="zxdb")
SEARCH = Search(Catalogue("h", "1", (), (CARD, FUND, PERMIT, GENERAL), (BIRTH,)))


def first(asked: str) -> Hit:
    found = SEARCH.find(asked)
    assert found, asked
    return found[0]


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("居住证申领", "i01"),
        ("居住证", "i01"),
        ("我想办居住证，请问要什么材料？", "i01"),
        ("暫住證", "i01"),
        ("居住正", "i01"),
        ("jzz", "i01"),
        ("JZZSL", "i01"),
        ("juzhuzheng", "i01"),
        ("社保卡不见了", "i05"),
        ("張社保卡唔見咗", "i05"),
        ("yibaoka", "i05"),
        ("sbk", "i05"),
        ("lost my card", "i05"),
        ("公积金", "i15"),
        ("攞公积金", "i15"),
        ("housing fund", "i15"),
        ("上户口", "b1"),
    ],
)
def test_people_find_what_they_mean(asked: str, id_: str) -> None:
    assert first(asked).id == id_
    assert first(asked).sure


@pytest.mark.parametrize("asked", ["买火车票", "，。？！", "今天天气", "qwrt", "啊啊啊", "\ud800", "🙂", "zxdb", "1"])
def test_what_is_not_here_finds_nothing(asked: str) -> None:
    assert SEARCH.find(asked) is None


@pytest.mark.parametrize("asked", ["", "  ", "\n"])
def test_nothing_asked_is_no_question(asked: str) -> None:
    assert SEARCH.find(asked) == ()


@pytest.mark.parametrize("asked", ["我想办理", "怎么办", "请问"])
def test_filler_words_alone_find_nothing(asked: str) -> None:
    assert SEARCH.find(asked) is None


def test_what_was_meant_is_marked_in_the_name_and_in_the_by_name() -> None:
    assert first("居住证").spans == ((0, 3),)
    hit = first("医保卡")
    assert (hit.also, hit.also_spans) == ("医保卡", ((0, 3),))
    assert all(0 <= start < end <= len(hit.name) for start, end in hit.spans)


def test_initials_and_pinyin_are_marked_too() -> None:
    assert first("jzz").spans == ((0, 3),)
    assert first("shebaoka").also_spans == ((0, 3),)
    assert first("sbk").spans == ((0, 1), (2, 3), (4, 5))  # 社…保…卡


def test_the_very_words_come_before_words_that_hold_them() -> None:
    longer = msgspec.structs.replace(PERMIT, id="i02", name="居住证申领签注", also=(), common=False)
    found = Search(Catalogue("h", "1", (), (longer, PERMIT))).find("居住证申领")
    assert found is not None
    assert [one.id for one in found] == ["i01", "i02"]


def test_of_equal_answers_the_most_asked_for_comes_first() -> None:
    same = msgspec.structs.replace(PERMIT, id="i02", common=False)
    found = Search(Catalogue("h", "1", (), (same, PERMIT))).find("居住证")
    assert found is not None
    assert [one.id for one in found] == ["i01", "i02"]


def test_a_long_or_hostile_question_is_cut_and_answered() -> None:
    assert SEARCH.find("居住证" * 5000)
    assert SEARCH.find("a" * 100_000) is None
    assert SEARCH.find("(?=.*)" * 50) is None


def test_there_are_never_more_answers_than_a_list_takes() -> None:
    many = tuple(msgspec.structs.replace(PERMIT, id=f"x{number}") for number in range(60))
    found = Search(Catalogue("h", "1", (), many)).find("j")
    assert found is not None
    assert len(found) == MOST


def test_an_empty_catalogue_has_no_answer() -> None:
    assert Search(Catalogue("h", "1", (), ())).find("居住证") is None
    assert Search(Catalogue("h", "1", (), ())).find("jzz") is None


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("居住证", "居住正", True), ("居住证", "居证", True), ("居住证", "居住个证", True), ("居住证", "居正住", False)],
)
def test_one_character_wrong_missing_or_too_many_is_one_slip(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) is slip
    assert one_slip(other, one) is slip
