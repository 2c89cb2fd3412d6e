"""What is put together, from an engine of our own that hums: no program runs here."""

import numpy as np
import pytest

from devices.errors import DeviceProtocolError
from devices.speaker import renderer as rendering
from devices.speaker.codec import Sound, read_wav, silence, write_wav
from devices.speaker.renderer import Renderer
from devices.speaker.verdict import fault_of
from devices.speaker.voice_pack import VoicePack
from devices.values.speaker import Chime, Language, Utterance


def hum(seconds):
    return Sound((np.sin(np.arange(round(seconds * 22050)) * 0.1) * 9000).astype(np.int16))


class Humming:
    """Hums a quarter of a second for each character."""

    async def ready(self):
        return True

    def __init__(self):
        self.asked = []

    async def render(self, text, language, *, speed=1.0):
        self.asked.append((text, language))
        return write_wav(hum(0.25 * len(text)))


class Dumb:
    async def ready(self):
        return True

    async def render(self, text, language, *, speed=1.0):
        raise DeviceProtocolError("speaker", "no voice")


def record(folder, language, **phrases):
    (folder / language).mkdir(parents=True, exist_ok=True)
    for phrase, seconds in phrases.items():
        (folder / language / f"{phrase}.wav").write_bytes(write_wav(hum(seconds)))


def pack_in(folder):
    pack = VoicePack(folder)
    pack.load()
    return pack


async def test_an_utterance_is_chime_words_pause_and_words_again():
    asked = Utterance("请甲乙丙", chime=Chime.CALL, times=2)
    rendered = await Renderer(Humming()).render(asked)
    assert rendered.seconds == pytest.approx(1.7 + 0.15 + 1.0 + 0.8 + 1.0, abs=0.01)
    assert fault_of(asked, read_wav(rendered.wav)) == ""


async def test_the_engine_gets_words_and_no_digits():
    engine = Humming()
    await Renderer(engine, yao=True).render(Utterance("A011", Language.CANTONESE))
    assert engine.asked == [("A 零幺幺", Language.CANTONESE)]


async def test_only_a_chime_needs_no_engine():
    rendered = await Renderer(Dumb()).render(Utterance("", chime=Chime.OK))
    assert rendered.seconds == pytest.approx(0.6, abs=0.01)


async def test_an_engine_that_cannot_is_an_error():
    with pytest.raises(DeviceProtocolError):
        await Renderer(Dumb()).render(Utterance("请"))


async def test_what_was_made_is_kept_until_there_is_too_much(monkeypatch):
    engine = Humming()
    renderer = Renderer(engine)
    for _ in range(3):
        await renderer.render(Utterance("请甲"))
    assert (renderer.made, renderer.reused) == (1, 2)
    monkeypatch.setattr(rendering, "KEPT_BYTES", 60_000)
    for text in ("请乙", "请丙", "请丁", "请甲"):
        await renderer.render(Utterance(text))
    assert (renderer.made, renderer.reused) == (5, 2)


async def test_a_recorded_phrase_wins_over_the_engine_and_the_longest_over_shorter_ones(tmp_path):
    record(tmp_path, "mandarin", 请=0.5, 零=0.3, 三=0.3, 六=0.3, 号=0.3, A=0.4, 到三号窗口=1.5)
    engine = Humming()
    rendered = await Renderer(engine, pack_in(tmp_path)).render(Utterance("请A036号，到3号窗口"))
    assert rendered.seconds == pytest.approx(0.5 + 0.4 + 0.3 * 4 + 0.25 + 1.5, abs=0.01)
    assert engine.asked == []


async def test_a_text_that_the_pack_does_not_cover_is_spoken_by_one_voice_only(tmp_path):
    record(tmp_path, "mandarin", 请=0.5)
    engine = Humming()
    await Renderer(engine, pack_in(tmp_path)).render(Utterance("请进"))
    assert engine.asked == [("请进", Language.MANDARIN)]


async def test_a_broken_recording_is_left_out(tmp_path):
    record(tmp_path, "mandarin", 请=0.5)
    (tmp_path / "mandarin" / "请.wav").write_bytes(b"ID3")
    engine = Humming()
    await Renderer(engine, pack_in(tmp_path)).render(Utterance("请"))
    assert engine.asked == [("请", Language.MANDARIN)]


async def test_a_recorded_chime_wins_over_ours(tmp_path):
    record(tmp_path, "chime", call=0.9)
    rendered = await Renderer(Dumb(), pack_in(tmp_path)).render(Utterance("", chime=Chime.CALL))
    assert rendered.seconds == pytest.approx(0.9, abs=0.01)


async def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert pack_in(tmp_path / "nowhere").phrases("请", Language.MANDARIN) is None


def test_the_verdict_sees_silence_and_wrong_lengths():
    asked = Utterance("请A036号到3号窗口", chime=Chime.CALL)
    assert fault_of(asked, hum(5)) == ""
    assert fault_of(asked, silence(5)) == "silent"
    assert fault_of(asked, hum(0.5)).startswith("too short")
    assert fault_of(asked, hum(30)).startswith("too long")
    assert fault_of(Utterance("Number A zero three six", Language.ENGLISH), hum(2)) == ""


@pytest.mark.parametrize(("volume_db", "peak_db"), [(0.0, -6.0), (-12.0, -18.0), (5.0, -1.0), (20.0, -0.5)])
async def test_words_are_as_loud_as_asked_and_never_beyond_full_scale(volume_db, peak_db):
    rendered = await Renderer(Humming()).render(Utterance("请进", volume_db=volume_db))
    assert read_wav(rendered.wav).peak_db == pytest.approx(peak_db, abs=0.1)


async def test_a_silence_stays_one_whatever_the_volume():
    assert (await Renderer(Humming()).render(Utterance("", volume_db=5.0))).seconds == 0


async def test_the_engine_is_told_how_fast():
    class Fast(Humming):
        async def render(self, text, language, *, speed=1.0):
            self.asked.append(speed)
            return write_wav(hum(1 / speed))

    renderer = Renderer(engine := Fast())
    slow, fast = [await renderer.render(Utterance("请进", speed=speed)) for speed in (0.7, 1.4)]
    assert engine.asked == [0.7, 1.4]
    assert slow.seconds > fast.seconds


async def test_what_is_not_to_be_kept_is_made_anew_each_time():
    renderer = Renderer(Humming())
    for _ in range(2):
        await renderer.render(Utterance("陈，您好", kept=False))
    assert (renderer.made, renderer.reused) == (2, 0)
    assert "陈" not in str(vars(renderer))
