import pytest

from devices.speaker.pinyin import LETTERS, mandarin


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请 A 零零一号到三号窗口", "qing3 ei1 ling2 ling2 yi1 hao4 dao4 san1 hao4 chuang1 kou3"),
        ("请重新取号", "qing3 chong2 xin1 qu3 hao4"),
        ("重呼", "chong2 hu1"),
        ("银行行长", "yin2 hang2 hang2 zhang3"),
        ("长者优先，排长队", "zhang3 zhe3 you1 xian1 , pai2 chang2 dui4"),
        ("曾先生", "zeng1 xian1 sheng1"),
        ("曾经", "ceng2 jing1"),
        ("幺", "yao1"),
        ("绿色", "lv4 se4"),
        ("办了吗？", "ban4 le5 ma5 ,"),
        ("Wi", "da2 bu5 liu5 ai4"),
        ("", ""),
    ],
)
def test_readings_are_those_of_the_phrase(text, said):
    assert mandarin(text) == (said, 0)


def test_what_nobody_can_read_is_said_as_some_and_counted():
    assert mandarin("请☃号") == ("qing3 mou3 hao4", 1)


def test_every_letter_has_a_name():
    assert len(LETTERS) == 26
    for letter, name in LETTERS.items():
        assert mandarin(letter) == (name, 0)
