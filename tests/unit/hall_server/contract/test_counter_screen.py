"""What a strip shows of a counter: the words of its window's screen in one line (UI-W1 to W6)."""

import msgspec
import pytest

from hall_server.contract.counter_screen import CALLED, CLOSED, IDLE, PAUSED, SERVING, WORDS, CounterScreen, in_one_line

HERE = CounterScreen(n=1, at=0, counter=12, name="社会保险", state=IDLE, words=WORDS[IDLE])


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "可以办理"),
        ({"state": CALLED, "label": "A036", "words": ""}, "A036 请到12号窗口"),
        ({"state": SERVING, "label": "A036", "words": ""}, "正在办理 A036"),
        ({"state": CLOSED, "words": WORDS[CLOSED]}, "未开放"),
        ({"state": PAUSED, "words": WORDS[PAUSED]}, "暂停办理"),
        ({"state": PAUSED, "words": WORDS[PAUSED], "back": "10:00"}, "暂停办理，10:00 回来"),
        ({"state": PAUSED, "words": WORDS[PAUSED], "instead": 5}, "暂停办理，着急办，请到 5 号窗口"),
    ],
)
def test_each_state_of_a_counter_is_one_line(more: dict[str, object], line: str):
    assert in_one_line(msgspec.structs.replace(HERE, **more)) == line


def test_without_the_hall_people_are_sent_to_the_board() -> None:
    assert in_one_line(None) == "请看大厅大屏"


def test_the_commonest_call_stands_still_on_a_strip_of_sixteen_columns() -> None:
    called = msgspec.structs.replace(HERE, counter=3, state=CALLED, label="A036")
    assert len(in_one_line(called).encode("gb2312")) == 16
