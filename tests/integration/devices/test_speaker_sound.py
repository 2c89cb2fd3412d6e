"""Real speech by espeak-ng, and the real aplay on ALSA's file plug-in: what was asked is what sounds."""

import asyncio
import subprocess

import pytest

from devices.errors import DeviceConfigError, DeviceError, DeviceSilentError
from devices.registry.speaker import speaker
from devices.speaker.codec import read_wav
from devices.speaker.espeak import VOICES, EspeakEngine
from devices.speaker.pinyin import mandarin
from devices.speaker.programs import run
from devices.speaker.verdict import fault_of
from devices.speaker.words import spoken
from devices.values.completion import End
from devices.values.health import Health
from devices.values.speaker import Chime, Language, Utterance

CALLS = [
    Utterance("请A036号到3号窗口", Language.MANDARIN, Chime.CALL),
    Utterance("请A036号到3号窗口", Language.CANTONESE, Chime.CALL),
    Utterance("Number A036, please go to counter 3", Language.ENGLISH, Chime.CALL),
    Utterance("请AC1001号到12号窗口，还有2位，约18分钟", Language.MANDARIN, times=2),
]


def phonemes(text, language):
    said = spoken(text, language)
    said = mandarin(said)[0] if language is Language.MANDARIN else said
    words = ("espeak-ng", "-q", "-x", "--stdin", "-v", VOICES[language])
    return " ".join(subprocess.run(words, input=said.encode(), capture_output=True, check=True).stdout.decode().split())


async def test_each_language_is_spoken_as_long_as_its_words_take(tmp_path):
    box = speaker({"driver": "folder", "address": str(tmp_path)})
    await box.open()
    for asked in CALLS:
        result = await box.say(asked)
        assert result.end is End.DONE
    await box.close()
    sounds = [read_wav(path.read_bytes()) for path in sorted(tmp_path.glob("*.wav"))]
    assert len(sounds) == len(CALLS)
    for asked, sound in zip(CALLS, sounds, strict=True):
        assert fault_of(asked, sound) == ""
        assert sound.peak_db == pytest.approx(-6, abs=0.5)


def test_mandarin_has_the_right_syllables_and_tones():
    said = phonemes("请A036号到3号窗口", Language.MANDARIN)
    for syllable in ("tS;h'i", "'ei55", "l'i35N", "s'a55n", "X'Au51", "t'Au51", "kh'ou214"):
        assert syllable in said
    assert "letter" not in said


def test_cantonese_has_the_right_syllables_and_tones():
    said = phonemes("请A036号到3号窗口", Language.CANTONESE)
    for syllable in ("c'ing2", "eI1", "l'ing4", "l'u6k", "h'ou6", "d'ou3", "h'au2"):
        assert syllable in said


def test_english_spells_the_label():
    assert phonemes("A036", Language.ENGLISH).count("z'i@roU") == 1


async def test_nothing_in_a_text_is_a_command_and_any_text_is_spoken_or_refused():
    engine = EspeakEngine()
    for text in ("-v en --stdout hello", "[[h@loU]]", "<speak>hello</speak>", "\x00\x1b[2J号", "☃☃☃", "，，，"):
        words = spoken(text, Language.MANDARIN)
        try:
            sound = read_wav(await engine.render(words, Language.MANDARIN))
        except DeviceError:
            continue
        assert sound.loud_s


async def test_a_program_that_is_not_there_or_is_no_engine_is_told():
    for program in ("/nowhere/espeak-ng", "true", "cat"):
        with pytest.raises(DeviceError):
            await EspeakEngine(program=program).render("一", Language.CANTONESE)


async def test_a_program_that_leaves_another_one_behind_is_ended_with_it(tmp_path):
    program = tmp_path / "leaver"
    program.write_text("#!/bin/sh\nsleep 600 &\n")  # it has the pipes
    program.chmod(0o700)
    async with asyncio.timeout(30):
        with pytest.raises(DeviceSilentError):
            await run((str(program),), b"", timeout_s=0.3, device="speaker")


async def test_aplay_plays_the_whole_of_it(tmp_path):
    asked = CALLS[0]
    played = tmp_path / "played.wav"
    box = speaker({"driver": "aplay", "address": f"alsa:file:FILE={played},FORMAT=wav"})
    await box.open()
    assert (await box.say(asked)).end is End.DONE
    await box.close()
    assert fault_of(asked, read_wav(played.read_bytes())) == ""


async def test_a_sound_card_that_is_not_there_is_lost_when_it_is_opened():
    box = speaker({"driver": "aplay", "address": "alsa:plughw:99"})
    with pytest.raises(DeviceError) as told:
        await box.open()
    assert told.value.code == "device_lost"


@pytest.mark.parametrize("address", ["default", "alsa:", "program://aplay", "tcp://127.0.0.1:1"])
def test_an_address_that_is_no_sound_is_told(address):
    with pytest.raises(DeviceConfigError):
        speaker({"driver": "aplay", "address": address})


async def test_a_recorded_voice_wins_over_the_engine(tmp_path):
    folder = tmp_path / "pack" / "mandarin"
    folder.mkdir(parents=True)
    (folder / "请进.wav").write_bytes(await EspeakEngine().render("please come in", Language.ENGLISH))
    out = tmp_path / "out"
    out.mkdir()
    settings = {"driver": "folder", "address": str(out), "voice_pack": str(tmp_path / "pack"), "engine": "/nowhere"}
    box = speaker(settings)
    await box.open()
    assert (await box.say(Utterance("请进"))).end is End.DONE
    assert (await box.say(Utterance("请坐"))).reason == "no_speech"
    assert (await box.status()).health is Health.NORMAL
    await box.close()


async def test_without_an_engine_a_chime_still_sounds_and_the_status_says_why(tmp_path):
    box = speaker({"driver": "folder", "address": str(tmp_path), "engine": "/nowhere"})
    await box.open()
    status = await box.status()
    assert (status.health, status.reason) == (Health.WARNING, "no_speech")
    assert (await box.say(Utterance("", chime=Chime.WARN))).end is End.DONE
    await box.close()
