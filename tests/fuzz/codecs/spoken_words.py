"""What a speaker is asked to say, and WAVs that programs and people hand it."""

from __future__ import annotations

import re

from devices.speaker.codec import NotWavError, Sound, joined, levelled, read_wav, resampled, silence, write_wav
from devices.speaker.pinyin import mandarin
from devices.speaker.verdict import fault_of
from devices.speaker.words import cardinal, spoken
from devices.values.speaker import Language, Utterance
from tests.fuzz.draw import Draw

ROOMS = ("devices.speaker.codec", "devices.speaker.pinyin", "devices.speaker.verdict", "devices.speaker.words")
LANGUAGES = tuple(Language)
SAID = re.compile(r"(?:(?:[a-z]+[1-5]|,)(?: |$))*")
LONGEST = 200


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a text, a WAV, or the inside of one."""
    draw = Draw(data)
    (_text, _wav, _inside, _number)[draw.byte() % 4](draw)


def _text(draw: Draw) -> None:
    how, language = draw.byte(), LANGUAGES[draw.byte() % 3]
    text = draw.rest().decode("utf-8" if how & 1 else "gb18030", "replace")[:LONGEST]
    words = spoken(text, language, yao=bool(how & 2))
    assert not set("[]<>{}|\\") & set(words), "a command for an engine"
    assert words.isprintable()
    assert spoken(words, language, yao=bool(how & 2)) == words or language is Language.ENGLISH
    if language is not Language.ENGLISH:
        assert not re.search(r"\d", words), "a digit reaches the engine"
    if language is Language.MANDARIN:
        said, missing = mandarin(words)
        assert SAID.fullmatch(said), said
        assert 0 <= missing <= len(words)
    assert fault_of(Utterance(text, language), silence(1)) in {"", "silent"} or words


def _wav(draw: Draw) -> None:
    _read(draw.rest())


def _inside(draw: Draw) -> None:
    """A good WAV with bytes of its head changed, and cut."""
    samples = draw.byte()
    wav = bytearray(write_wav(Sound(silence(0.01).samples[:samples] + 99)))
    for _ in range(draw.byte() % 5):
        wav[draw.byte() % len(wav)] = draw.byte()
    _read(bytes(wav[: len(wav) - draw.byte() % len(wav)]))


def _read(data: bytes) -> None:
    try:
        sound = read_wav(data)
    except NotWavError:
        return
    assert (read_wav(write_wav(sound)).samples == sound.samples).all()
    assert 0 <= sound.loud_s <= sound.seconds + 0.02
    assert levelled(sound, -6).peak_db <= -5.9
    assert joined([sound, resampled(sound, 8000)]).seconds >= 0


def _number(draw: Draw) -> None:
    number = draw.number(2)
    try:
        said = cardinal(number)
    except ValueError:
        assert number > 9999
        return
    assert said
    assert "零零" not in said
    assert said == "零" or not said.endswith("零")


GOOD = write_wav(silence(0.001))
SEEDS = (
    *(bytes((0, 1, which)) + "请A036号到3号窗口，还有2位 14:05".encode() for which in range(3)),
    b"\0\3\0" + "[[h]]<say-as>重呼AC1001曾先生𠀀☃幺〇".encode(),
    b"\0\0\0" + "银行行长长者".encode("gb18030"),
    b"\1" + GOOD,
    b"\1" + GOOD.replace(b"fmt ", b"LIST\2\0\0\0abfmt "),
    b"\2\x20\2\x16\2\x18\0\0",
    b"\3\x07\xea",
)
