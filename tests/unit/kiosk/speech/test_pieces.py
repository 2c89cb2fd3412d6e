"""A text in pieces that a speaker takes, each in its voice."""

import pytest

from devices.values.speaker import SpeakerCapabilities
from kiosk.session.modes import Language
from kiosk.speech.pieces import LONGEST, Piece, pieces

ZH, EN = Language.ZH_CN, Language.EN


def test_short_sentences_are_one_piece():
    assert pieces("您好！今天想办什么事？", ZH) == (Piece("您好！今天想办什么事？", ZH),)


def test_long_texts_are_cut_between_sentences_then_at_commas_then_anywhere():
    assert [piece.text for piece in pieces("一二三。四五六。", ZH, longest=5)] == ["一二三。", "四五六。"]
    assert [piece.text for piece in pieces("一二，三四五六，七", ZH, longest=5)] == ["一二，", "三四五六，", "七"]
    assert [piece.text for piece in pieces("一二三四五六七", ZH, longest=5)] == ["一二三四五", "六七"]
    assert [piece.text for piece in pieces("one two three", EN, longest=4)] == ["one two", "three"]


@pytest.mark.parametrize("text", ["啊" * 1000, "啊，" * 500, "啊。" * 500, "a " * 500, "陈" * 59 + "。" + "x" * 300])
def test_no_piece_is_longer_than_a_speaker_takes_and_nothing_is_lost(text):
    found = pieces(text, ZH)
    assert all(len(piece.text) <= LONGEST < 2 * LONGEST <= SpeakerCapabilities().longest_text for piece in found)
    assert "".join(piece.text for piece in found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", "  ", "。，！", "\n"])
def test_nothing_to_say_is_no_piece(text):
    assert pieces(text, ZH) == ()


def test_a_chinese_name_in_an_english_sentence_is_read_by_the_chinese_voice():
    assert pieces("社会保障卡, button. 1 of 5.", EN) == (Piece("社会保障卡", ZH), Piece("button. 1 of 5", EN))


def test_english_words_in_a_chinese_sentence_are_read_by_the_english_voice():
    assert pieces("English，按钮。", ZH) == (Piece("English", EN), Piece("，按钮。", ZH))
    assert pieces("社保卡 打SBK。", ZH) == (Piece("社保卡 打", ZH), Piece("SBK", EN))


def test_letters_in_a_chinese_sentence_stay_in_it():
    assert pieces("您的号码，E042。", ZH) == (Piece("您的号码，E042。", ZH),)
    assert pieces("您嘅號碼，E042。", Language.ZH_HK)[0].language is Language.ZH_HK
