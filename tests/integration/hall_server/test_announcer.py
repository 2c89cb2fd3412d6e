"""The hall's voice with the real program: chime, sentence twice, more languages once; else the chime alone."""

from pathlib import Path

import pytest

from devices.speaker.chimes import chime
from devices.speaker.codec import Sound, read_wav, silence, write_wav
from devices.speaker.espeak import EspeakEngine
from devices.values.speaker import Chime
from hall_server.app.announcer import HallAnnouncer, hall_announcer
from hall_server.web.announcement_pages import Announcement

pytestmark = pytest.mark.slow
CHIME_S = chime(Chime.CALL).seconds


def _heard(made: Announcement) -> Sound:
    sound = read_wav(made.wav)
    assert abs(sound.seconds - made.seconds) < 0.01
    assert sound.loud_s > 1
    assert sound.peak_db <= 0
    return sound


async def test_a_call_is_the_chime_and_the_sentence_twice_and_stays_below_fourteen_seconds():
    made = await hall_announcer("").call("A036", 12, ["mandarin"])
    sound = _heard(made)
    samples = sound.samples[len(chime(Chime.CALL).samples) + round(0.15 * sound.rate) :]
    once = (len(samples) - round(0.8 * sound.rate)) // 2
    assert CHIME_S + 4 < made.seconds < 14
    assert (samples[:once] == samples[-once:]).all()


async def test_further_languages_follow_once_each():
    announcer = hall_announcer("")
    one = await announcer.call("A036", 3, ["mandarin"])
    all_three = await announcer.call("A036", 3, ["mandarin", "cantonese", "english"])
    _heard(all_three)
    assert one.seconds + 3 < all_three.seconds
    assert (await announcer.call("A036", 3, ["mandarin"])).wav is one.wav


async def test_without_a_program_that_speaks_the_chime_sounds_alone():
    made = await HallAnnouncer(EspeakEngine(program="/nowhere/espeak-ng")).call("A036", 3, ["mandarin"])
    assert made.seconds == pytest.approx(CHIME_S)
    _heard(made)


async def test_recorded_phrases_of_the_halls_folder_win_over_the_program(tmp_path: Path):
    folder = tmp_path / "mandarin"
    folder.mkdir()
    for phrase in ("请", "A", "零", "三", "六", "号", "到", "号窗口"):
        (folder / f"{phrase}.wav").write_bytes(write_wav(silence(0.5)))
    made = await hall_announcer(str(tmp_path)).call("A036", 3, ["mandarin"])
    phrases, pauses = 9, 0.25 + 0.4
    assert made.seconds == pytest.approx(CHIME_S + 0.15 + 2 * (phrases * 0.5 + pauses) + 0.8, abs=0.01)
