"""What every `Speaker` keeps, over the simulator, a player process and a folder; the engine only hums."""

import asyncio
import os

import numpy as np
import pytest

from devices.errors import DeviceLostError
from devices.registry.speaker import speaker
from devices.speaker.codec import Sound, write_wav
from devices.speaker.driver import QueueSpeaker
from devices.speaker.emulator import SpeakerEmulator, SpeakerFault
from devices.speaker.players import FolderPlayer, player_at
from devices.speaker.renderer import Renderer
from devices.speaker.simulator import SimulatedSpeaker
from devices.values.completion import End
from devices.values.health import Health
from devices.values.speaker import Chime, Utterance

CALL = Utterance("请A036号到3号窗口", chime=Chime.CALL)


class Humming:
    async def ready(self):
        return True

    async def render(self, text, language, *, speed=1.0):
        return write_wav(Sound((np.sin(np.arange(4410) * 0.1) * 9000).astype(np.int16)))


class SimulatedBench:
    def __init__(self):
        self.speaker = SimulatedSpeaker()

    async def plug(self):
        self.speaker.plug()

    async def unplug(self):
        self.speaker.unplug()

    async def hold(self):
        self.speaker.pause()

    def heard(self):
        return len(self.speaker.said)

    async def clear_away(self):
        await self.speaker.close()


class PlayerBench:
    def __init__(self, folder):
        self.sink = SpeakerEmulator(folder=folder)
        self.speaker = QueueSpeaker(Renderer(Humming()), player_at(self.sink.address))
        self.plug, self.unplug = self.sink.start, self.sink.stop

    async def hold(self):
        self.sink.fail(SpeakerFault.HUNG)

    def heard(self):
        return len(self.sink.heard())

    async def clear_away(self):
        await self.speaker.close()
        await self.sink.stop()


class FolderBench:
    def __init__(self, folder):
        self.folder = folder / "wavs"
        self.speaker = QueueSpeaker(Renderer(Humming()), FolderPlayer(self.folder))

    async def plug(self):
        self.folder.mkdir(exist_ok=True)

    async def unplug(self):
        for path in self.folder.iterdir():
            path.unlink()
        self.folder.rmdir()

    async def hold(self):
        pytest.skip("a folder takes no time")

    def heard(self):
        return len(list(self.folder.glob("*.wav")))

    async def clear_away(self):
        await self.speaker.close()


@pytest.fixture(params=["simulator", "player", "folder"])
async def bench(request, tmp_path):
    made = {"player": PlayerBench, "folder": FolderBench}.get(request.param)
    bench = made(tmp_path) if made else SimulatedBench()
    await bench.plug()
    yield bench
    await bench.clear_away()


async def test_what_is_asked_sounds_once_and_ends_as_done(bench):
    await bench.speaker.open()
    for times in range(1, 4):
        assert (await bench.speaker.say(CALL)).end is End.DONE
        assert bench.heard() == times


async def test_a_speaker_that_is_open_is_well_and_lost_before(bench):
    with pytest.raises(DeviceLostError):
        await bench.speaker.status()
    assert (await bench.speaker.say(CALL)).end is End.REFUSED
    await bench.speaker.open()
    assert (await bench.speaker.status()).health is Health.NORMAL


async def test_a_text_that_is_too_long_is_refused(bench):
    await bench.speaker.open()
    result = await bench.speaker.say(Utterance("号" * 201))
    assert (result.end, result.reason) == (End.REFUSED, "text_too_long")
    assert bench.heard() == 0


async def test_hushing_ends_what_sounds_and_what_waits(bench):
    await bench.speaker.open()
    await bench.hold()
    saying = [asyncio.ensure_future(bench.speaker.say(CALL)) for _ in range(3)]
    await asyncio.sleep(0)
    await bench.speaker.hush()
    results = await asyncio.gather(*saying)
    assert [(result.end, result.reason) for result in results] == [(End.CANCELLED, "hushed")] * 3
    assert bench.heard() == 0


async def test_closing_ends_what_waits_and_twice_is_allowed(bench):
    await bench.speaker.open()
    await bench.hold()
    saying = asyncio.ensure_future(bench.speaker.say(CALL))
    await asyncio.sleep(0)
    await bench.speaker.close()
    await bench.speaker.close()
    assert (await saying).end is End.CANCELLED


async def test_an_unplugged_speaker_cannot_be_opened_and_a_replugged_one_speaks(bench):
    await bench.unplug()
    with pytest.raises(DeviceLostError):
        await bench.speaker.open()
    await bench.plug()
    await bench.speaker.open()
    assert (await bench.speaker.say(CALL)).end is End.DONE


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_SPEAKER_ADDRESS" not in os.environ, reason="no sound card at hand")
async def test_a_real_speaker_says_a_call():
    box = speaker({"driver": "aplay", "address": os.environ["KAPOK_SPEAKER_ADDRESS"]})
    try:
        await box.open()
        assert (await box.say(CALL)).end is End.DONE
    finally:
        await box.close()
