"""The queue of a speaker over a real player process: the most urgent first, each utterance ends exactly once."""

import asyncio
import contextlib
import os

import numpy as np
import pytest

from devices.errors import DeviceLostError, DeviceProtocolError
from devices.speaker.codec import Sound, write_wav
from devices.speaker.driver import QueueSpeaker
from devices.speaker.emulator import SpeakerEmulator, SpeakerFault
from devices.speaker.players import ProgramPlayer, player_at
from devices.speaker.renderer import Renderer
from devices.values.completion import End
from devices.values.speaker import Chime, Urgency, Utterance


class Humming:
    """Hums for a tenth of a second for each character, so that lengths tell what sounded."""

    async def ready(self):
        return True

    async def render(self, text, language, *, speed=1.0):
        if "坏" in text:
            raise DeviceProtocolError("speaker", "no voice")
        if "错" in text:
            raise KeyError(text)
        return write_wav(Sound((np.sin(np.arange(2205 * len(text)) * 0.1) * 9000).astype(np.int16)))


@contextlib.asynccontextmanager
async def bench(tmp_path):
    sink = SpeakerEmulator(folder=tmp_path)
    await sink.start()
    speaker = QueueSpeaker(Renderer(Humming()), player_at(sink.address))
    await speaker.open()
    try:
        yield sink, speaker
    finally:
        await speaker.close()
        await sink.stop()


def word(length, **options):
    return Utterance("号" * length, **options)


def lengths(sink):
    return [round(sound.seconds * 10) for sound in sink.heard()]


async def begun(sink, speaker, utterance):
    """The task of an utterance whose player hangs; later ones do not."""
    sink.fail(SpeakerFault.HUNG)
    saying = asyncio.ensure_future(speaker.say(utterance))
    await sink.wait_until_playing()
    sink.heal()
    return saying


async def test_calls_sound_in_the_order_in_which_they_came_and_notices_after_them(tmp_path):
    async with bench(tmp_path) as (sink, speaker):
        first = await begun(sink, speaker, word(9))
        later = [
            asyncio.ensure_future(speaker.say(word(length, urgency=urgency)))
            for length, urgency in ((2, Urgency.NOTICE), (3, Urgency.CALL), (4, Urgency.CALL))
        ]
        await asyncio.sleep(0)
        assert (await speaker.status()).waiting == 3
        assert (await speaker.status()).speaking
        first.cancel()
        assert [result.end for result in await asyncio.gather(*later)] == [End.DONE] * 3
        assert lengths(sink) == [3, 4, 2]


async def test_an_alarm_interrupts_what_sounds(tmp_path):
    async with bench(tmp_path) as (sink, speaker):
        call = await begun(sink, speaker, word(9))
        assert (await speaker.say(word(5, urgency=Urgency.ALARM))).end is End.DONE
        result = await call
        assert (result.end, result.reason) == (End.CANCELLED, "overtaken")
        assert lengths(sink) == [5]


async def test_cancelling_stops_the_player_and_the_next_is_said_in_full(tmp_path):
    async with bench(tmp_path) as (sink, speaker):
        saying = await begun(sink, speaker, word(9))
        player = int((tmp_path / "playing").read_text())
        saying.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saying
        assert (await speaker.say(word(4))).end is End.DONE
        assert lengths(sink) == [4]
        with pytest.raises(ProcessLookupError):
            os.kill(player, 0)


async def test_cancelling_what_waits_leaves_it_out(tmp_path):
    async with bench(tmp_path) as (sink, speaker):
        first = await begun(sink, speaker, word(9))
        waiting = asyncio.ensure_future(speaker.say(word(3)))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await speaker.hush()
        assert (await first).end is End.CANCELLED
        assert (await speaker.say(word(4))).end is End.DONE
        assert lengths(sink) == [4]


async def test_an_old_call_is_not_said_any_more(tmp_path):
    async with bench(tmp_path) as (sink, speaker):
        first = await begun(sink, speaker, word(9))
        old = asyncio.ensure_future(speaker.say(word(3, expires_s=1e-9)))
        await asyncio.sleep(0)
        first.cancel()
        result = await old
        assert (result.end, result.reason) == (End.REFUSED, "expired")
        assert lengths(sink) == []


async def test_a_text_without_speech_is_refused_and_the_next_is_said(tmp_path):
    async with bench(tmp_path) as (_sink, speaker):
        assert (await speaker.say(Utterance("坏"))).reason == "no_speech"
        assert (await speaker.say(Utterance("错"))).reason == "internal_error"
        assert (await speaker.say(word(3))).end is End.DONE


async def test_a_queue_that_is_full_and_figures_out_of_range_are_refused(tmp_path):
    async with bench(tmp_path) as (sink, speaker):
        first = await begun(sink, speaker, word(9))
        waiting = [asyncio.ensure_future(speaker.say(word(2))) for _ in range(speaker.capabilities.longest_queue)]
        await asyncio.sleep(0)
        assert (await speaker.say(word(2))).reason == "queue_full"
        assert (await speaker.say(word(2, times=0))).reason == "figure_out_of_range"
        assert (await speaker.say(word(2, expires_s=0))).reason == "figure_out_of_range"
        assert (await speaker.say(word(2, volume_db=99))).reason == "figure_out_of_range"
        assert (await speaker.say(word(2, speed=9))).reason == "figure_out_of_range"
        await speaker.hush()
        await asyncio.gather(first, *waiting)


@pytest.mark.parametrize("fault", [SpeakerFault.GONE, SpeakerFault.HALF])
async def test_a_player_that_dies_makes_the_call_unknown_and_the_speaker_lost(tmp_path, fault):
    async with bench(tmp_path) as (sink, speaker):
        sink.fail(fault)
        result = await speaker.say(word(9))
        assert (result.end, result.reason) == (End.UNKNOWN, "device_lost")
        with pytest.raises(DeviceLostError):
            await speaker.status()
        sink.heal()
        await speaker.open()
        assert (await speaker.say(word(3))).end is End.DONE


async def test_a_player_that_never_ends_is_killed_and_the_call_is_unknown(tmp_path):
    sink = SpeakerEmulator(folder=tmp_path)
    await sink.start()
    speaker = QueueSpeaker(Renderer(Humming()), ProgramPlayer((str(tmp_path / "sink"),), slack_s=0.3))
    await speaker.open()
    sink.fail(SpeakerFault.HUNG)
    result = await speaker.say(word(1))
    assert (result.end, result.reason) == (End.UNKNOWN, "device_silent")
    await speaker.close()


async def test_only_a_chime_sounds(tmp_path):
    async with bench(tmp_path) as (sink, speaker):
        assert (await speaker.say(Utterance("", chime=Chime.OK))).end is End.DONE
        assert lengths(sink) == [6]
