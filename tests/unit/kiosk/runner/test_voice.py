"""What the kiosk says, and what stops it; a simulated speaker tells what it said."""

import asyncio
import contextlib
from datetime import datetime, time

import pytest

from devices.speaker.simulator import SimulatedSpeaker
from devices.values.health import Health
from devices.values.speaker import Chime, Language
from kiosk.runner.voice import Voice
from kiosk.session import modes
from kiosk.session.effects import Say, Tone
from kiosk.session.hearing import CaptionCame
from kiosk.speech.loudness import Quiet

ZH, HK, EN = modes.Language.ZH_CN, modes.Language.ZH_HK, modes.Language.EN
LONG = "一二三四五六七八九十。" * 12  # three pieces


class Room:
    """A kiosk's voice at work, and its ears."""

    def __init__(self, quiet=None):
        self.speaker, self.posted, self._well = SimulatedSpeaker(), [], asyncio.Event()
        evening = datetime(2026, 10, 16, 20, 0).astimezone()
        self.voice = Voice(
            self.speaker,
            post=self.posted.append,
            clock=lambda: 1.0,
            on_health=lambda health: self._well.set() if health.health is Health.NORMAL else None,
            quiet=quiet,
            wall=lambda: evening,
        )

    async def open(self):
        await self._well.wait()

    @property
    def said(self):
        return [utterance.text or utterance.chime.value for utterance in self.speaker.said]

    @property
    def captions(self):
        return [event.text for event in self.posted]

    async def until(self, truth):
        async with asyncio.timeout(10):
            while not truth():
                await asyncio.sleep(0.001)

    async def busy(self):
        """Until something is being said that does not end."""
        await self.until(lambda: self.captions and self.captions[-1])


@contextlib.asynccontextmanager
async def room(**options):
    place = Room(**options)
    running = asyncio.create_task(place.voice.run())
    try:
        await place.open()
        yield place
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_words_are_said_piece_by_piece_and_each_is_a_caption():
    async with room() as place:
        place.voice.say(Say(7, LONG, ZH))
        await place.until(lambda: place.captions[-1:] == [""])
        assert "".join(place.said) == LONG
        assert place.captions == [*place.said, ""]
        assert {event.turn for event in place.posted} == {7}


async def test_a_speaker_that_is_not_there_makes_no_captions_up():
    place = Room()
    place.speaker.unplug()
    running = asyncio.create_task(place.voice.run())
    place.voice.say(Say(1, "您好", ZH))
    await place.until(lambda: place.posted)
    assert (place.captions, place.said) == ([""], [])
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.mark.parametrize(("language", "voice"), [(ZH, "mandarin"), (HK, "cantonese"), (EN, "english")])
async def test_each_language_has_its_voice(language, voice):
    async with room() as place:
        place.voice.say(Say(1, "A042", language))
        await place.until(lambda: place.said)
        assert place.speaker.said[0].language is Language(voice)


async def test_newer_words_cut_older_ones_off():
    async with room() as place:
        place.speaker.pause()
        place.voice.say(Say(1, "旧的", ZH))
        await place.busy()
        place.voice.say(Say(2, "新的", ZH))
        await place.until(lambda: place.captions[-1] == "新的")
        place.speaker.go()
        await place.until(lambda: place.said)
        assert place.said == ["新的"]


async def test_words_that_do_not_interrupt_wait_for_the_end_and_only_the_newest_waits():
    async with room() as place:
        place.speaker.pause()
        place.voice.say(Say(1, "一", ZH))
        await place.busy()
        place.voice.say(Say(2, "二", ZH, interrupt=False))
        place.voice.say(Say(3, "三", ZH, interrupt=False))
        place.speaker.go()
        await place.until(lambda: len(place.said) == 2)
        assert place.said == ["一", "三"]


async def test_hushed_it_says_neither_the_rest_nor_what_waited():
    async with room() as place:
        place.speaker.pause()
        place.voice.say(Say(1, LONG, ZH))
        await place.busy()
        place.voice.say(Say(2, "还有", ZH, interrupt=False))
        place.voice.hush()
        place.speaker.go()
        place.voice.say(Say(3, "后来", ZH))
        await place.until(lambda: place.said)
        assert place.said == ["后来"]


async def test_a_warning_cuts_words_off_and_words_cut_no_tone_off():
    async with room() as place:
        place.speaker.pause()
        place.voice.say(Say(1, "请看", ZH))
        await place.busy()
        place.voice.tone(Tone.WARN)
        place.voice.say(Say(2, "您还在吗？", ZH))
        place.speaker.go()
        await place.until(lambda: len(place.said) == 2)
        assert place.said == ["warn", "您还在吗？"]
        assert place.speaker.said[0].chime is Chime.WARN


async def test_a_tap_is_not_heard_beside_words_nor_after_them():
    async with room() as place:
        place.speaker.pause()
        place.voice.say(Say(1, "请看", ZH))
        await place.busy()
        place.voice.tone(Tone.TAP)
        place.speaker.go()
        await place.until(lambda: place.captions[-1] == "")
        place.voice.tone(Tone.TAP)
        await place.until(lambda: len(place.said) == 2)
        assert place.said == ["请看", "tap"]


async def test_a_visitor_s_volume_and_speed_are_those_of_the_words():
    async with room() as place:
        place.voice.say(Say(1, "大声", ZH, volume=5, speed=1))
        await place.until(lambda: place.said)
        assert (place.speaker.said[0].volume_db, place.speaker.said[0].speed) == (5.0, 0.7)


@pytest.mark.parametrize(("private", "volume_db"), [(False, -9.0), (True, 0.0)])
async def test_in_quiet_hours_the_loudspeaker_is_softer_and_headphones_are_not(private, volume_db):
    async with room(quiet=Quiet(time(18), time(8))) as place:
        place.voice.say(Say(1, "您好", ZH, private=private))
        await place.until(lambda: place.said)
        assert place.speaker.said[0].volume_db == volume_db
        place.voice.tone(Tone.OK)
        await place.until(lambda: len(place.said) == 2)
        assert place.speaker.said[1].volume_db == -9.0


async def test_a_speaker_that_has_gone_ends_the_caption_and_nothing_else():
    async with room() as place:
        place.speaker.unplug()
        place.voice.say(Say(1, LONG, ZH))
        await place.until(lambda: place.captions[-1:] == [""])
        assert len(place.captions) == 2
        place.voice.tone(Tone.OK)


async def test_a_fault_of_our_own_in_one_text_leaves_the_voice_to_the_next(caplog):
    async with room() as place:
        place.voice.say(Say(1, "坏了", "no language"))
        await place.until(lambda: "a fault of our own" in caplog.text)
        place.voice.say(Say(2, "好了", ZH))
        await place.until(lambda: place.said)
        assert place.said == ["好了"]


async def test_without_a_speaker_nothing_is_said_and_no_caption_is_made_up():
    posted = []
    voice = Voice(None, post=posted.append, clock=lambda: 1.0)
    await voice.run()
    voice.say(Say(1, "您好", ZH))
    voice.tone(Tone.TAP)
    voice.hush()
    assert posted == []


def test_a_caption_tells_nothing_of_its_words_in_a_log():
    assert "陈" not in repr(CaptionCame(1.0, 1, "陈"))
