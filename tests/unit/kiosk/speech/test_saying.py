"""What is said for what stands on the glass."""

import pytest

from kiosk.session.modes import Language
from kiosk.speech.entries import Place, Role, Spoken
from kiosk.speech.saying import asks_anew, entry_said, lines, news, page_said, stands_otherwise, stops, text_said, typed

ZH, HK, EN = Language.ZH_CN, Language.ZH_HK, Language.EN
TAKE = Spoken(Role.BUTTON, "取号办事", "排队到窗口办理，Take a number", "home.take_a_number")
HELP = Spoken(Role.BUTTON, "请人帮忙", key="access.help")
HOME = (
    Spoken(Role.TEXT, "木棉区政务服务中心"),
    Spoken(Role.HEADING, "您好！"),
    Spoken(Role.HEADING, "今天想办什么事？"),
    Spoken(Role.TEXT, "约10–18分钟"),
    TAKE,
    Spoken(Role.TEXT, "带身份证了？直接放到读卡区"),
    HELP,
    Spoken(Role.TEXT, "09:42"),
)


def test_a_page_is_its_question_its_lines_and_how_many_things_can_be_chosen():
    said = "您好！今天想办什么事？约10 到 18分钟。带身份证了？直接放到读卡区。共 2 项。"
    assert page_said(HOME, ZH) == said
    assert page_said(HOME, ZH, hint="按上下键选") == said + "按上下键选。"


def test_what_stands_around_every_page_is_not_said_with_it():
    assert [line.name for line in lines(HOME)] == [
        "您好！",
        "今天想办什么事？",
        "约10–18分钟",
        "带身份证了？直接放到读卡区",
    ]
    assert lines(HOME[-2:]) == ()


def test_a_notice_in_the_frame_is_said_with_the_page():
    offer = Spoken(Role.ALERT, "字看不清？按「大字」")
    assert lines((*HOME, offer))[-1] == offer


def test_stops_are_all_that_can_be_touched_in_reading_order():
    assert stops(HOME) == (TAKE, HELP)


def test_what_sorts_a_page_comes_after_its_choices_then_its_way_back_then_the_frame():
    tab, back = Spoken(Role.TAB, "社保", key="services.tab.x"), Spoken(Role.BUTTON, "返回", key="services.back")
    assert stops((back, HELP, tab, TAKE)) == (TAKE, tab, back, HELP)


@pytest.mark.parametrize(
    ("entry", "language", "said"),
    [
        (TAKE, ZH, "取号办事，按钮。排队到窗口办理。第 1 项，共 5 项。"),
        (
            Spoken(Role.BUTTON, "Take a number", "Queue at a counter"),
            EN,
            "Take a number, button. Queue at a counter. 1 of 5.",
        ),
        (Spoken(Role.BUTTON, "返回"), HK, "返回，按鈕。第 1 項，共 5 項。"),
        (Spoken(Role.CHECK, "坐轮椅", checked=True), ZH, "坐轮椅，可以选，已选。第 1 项，共 5 项。"),
        (Spoken(Role.CHECK, "坐轮椅"), ZH, "坐轮椅，可以选，没选。第 1 项，共 5 项。"),
        (Spoken(Role.TAB, "常办", "常办", selected=True), ZH, "常办，类别，已选。第 1 项，共 5 项。"),
        (Spoken(Role.TAB, "社会保障", "社保"), ZH, "社会保障，类别。社保。第 1 项，共 5 项。"),
        (
            Spoken(Role.BUTTON, "打印证明", "这台机器没有打印机", disabled=True),
            ZH,
            "打印证明，不能用：这台机器没有打印机。第 1 项，共 5 项。",
        ),
        (Spoken(Role.BUTTON, "打印证明", disabled=True), ZH, "打印证明，不能用。第 1 项，共 5 项。"),
        (Spoken(Role.BUTTON, "English"), ZH, "English，按钮。第 1 项，共 5 项。"),
        (Spoken(Role.BUTTON, "不清楚？"), ZH, "不清楚，按钮。第 1 项，共 5 项。"),
    ],
)
def test_an_entry_says_its_name_what_it_is_how_it_stands_and_which_of_how_many(entry, language, said):
    assert entry_said(entry, 1, 5, language) == said


def test_a_description_does_not_say_the_name_again():
    search = Spoken(Role.BUTTON, "搜拼音首字母", "搜拼音首字母：社保卡 打SBK")
    assert entry_said(search, 1, 1, ZH) == "搜拼音首字母，按钮。社保卡 打SBK。第 1 项，共 1 项。"


def test_the_number_of_a_ticket_is_said_three_times():
    entries = (Spoken(Role.HEADING, "号取好了"), Spoken(Role.TEXT, "E042", key="ticket.number"))
    assert page_said(entries, ZH) == "号取好了。E042。E042。E042。"


def test_a_line_alone_is_said_with_its_description():
    assert text_said(Spoken(Role.ALERT, "叫到您时，看大屏", "会响铃"), ZH) == "叫到您时，看大屏，会响铃。"
    assert text_said(Spoken(Role.TEXT, "证件尾号 0018"), ZH) == ""
    assert text_said(Spoken(Role.TEXT, "证件尾号 0018"), ZH, private=True) == "证件尾号 0 0 1 8。"


def test_a_step_line_says_where_one_is_and_not_the_whole_way():
    assert (
        text_said(Spoken(Role.TEXT, "第 2 步，共 3 步，放身份证", "1 选事项，2 放身份证"), ZH)
        == "第 2 步，共 3 步，放身份证。"
    )


def test_only_notices_that_were_not_there_before_are_news():
    notice = Spoken(Role.ALERT, "请到服务台，那里有人帮您")
    after = (*HOME[:4], notice, *HOME[4:])
    assert news(HOME, after) == (notice,)
    assert news(after, after) == ()


def test_a_page_asks_anew_when_its_heading_is_another_one():
    waiting, reading = (Spoken(Role.HEADING, name) for name in ("请放身份证", "正在读，别拿开"))
    assert asks_anew((waiting,), (reading,))
    assert not asks_anew(HOME, (*HOME, Spoken(Role.TEXT, "09:43")))


def test_a_wait_that_goes_down_is_no_change_and_a_tick_is_one():
    chip = Spoken(Role.CHECK, "坐轮椅", "等 6 人", "chip", Place(0, 0, 9, 9))
    assert not stands_otherwise(chip, Spoken(Role.CHECK, "坐轮椅", "等 5 人", "chip"))
    assert stands_otherwise(chip, Spoken(Role.CHECK, "坐轮椅", "等 6 人", "chip", checked=True))


def test_seconds_that_run_out_are_no_change_unless_it_was_touched():
    done, later = (Spoken(Role.BUTTON, f"好了，{seconds} 秒后结束", key="ticket.finish") for seconds in (9, 8))
    assert not stands_otherwise(done, later)
    assert stands_otherwise(done, later, touched=True)


@pytest.mark.parametrize(("private", "said"), [(False, "戴上耳机才念这个键"), (True, "5")])
def test_a_key_of_somebody_s_number_is_said_into_headphones_alone(private, said):
    key = Spoken(Role.BUTTON, "5", key="typing.key.5")
    assert entry_said(key, 6, 12, ZH, private=private) == f"{said}，按钮。第 6 项，共 12 项。"


def test_the_keys_that_are_words_and_those_of_a_search_are_said_to_everybody():
    delete, initial = Spoken(Role.BUTTON, "删", key="search.key.delete"), Spoken(Role.BUTTON, "S", key="search.key.S")
    assert entry_said(delete, 1, 2, ZH).startswith("删，")
    assert entry_said(initial, 2, 2, ZH).startswith("S，")


def test_only_a_field_in_which_something_has_changed_was_typed_into():
    one, two = (Spoken(Role.FIELD, f"已经输了 {count} 位") for count in (1, 2))
    assert typed((one,), (one,)) == ()
    assert typed((one,), (two,)) == (two,)


def test_no_entry_shows_its_words_in_a_log():
    assert "陈" not in repr(Spoken(Role.TEXT, "陈*明"))


def test_a_place_holds_the_points_on_it():
    place = Place(10, 10, 20, 20)
    assert place.holds(10, 29)
    assert not place.holds(30, 10)
