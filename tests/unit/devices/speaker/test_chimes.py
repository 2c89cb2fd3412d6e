import numpy as np
import pytest

from devices.speaker.chimes import PEAK_DB, chime
from devices.speaker.codec import RATE
from devices.values.speaker import Chime

SOUNDING = [which for which in Chime if which is not Chime.NONE]


@pytest.mark.parametrize("which", SOUNDING)
def test_a_chime_is_as_loud_as_it_should_be_and_below_the_limit_of_older_ears(which):
    sound = chime(which)
    assert sound.peak_db == pytest.approx(PEAK_DB[which], abs=0.1)
    spectrum = np.abs(np.fft.rfft(sound.samples.astype(np.float64))) ** 2
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / RATE)
    assert spectrum[hertz > 3800].sum() < 0.001 * spectrum.sum()


@pytest.mark.parametrize("which", SOUNDING)
def test_a_chime_begins_and_ends_without_a_click(which):
    samples = chime(which).samples.astype(int)
    assert abs(samples[0]) < 200
    assert abs(samples[-1]) < 200


def test_a_call_takes_as_long_as_the_boards_expect():
    assert chime(Chime.CALL).seconds == pytest.approx(1.7, abs=0.01)
    assert chime(Chime.NONE).seconds == 0


def test_a_call_rises_and_a_warning_falls():
    def highest(sound):
        spectrum = np.abs(np.fft.rfft(sound.astype(np.float64)))
        return np.fft.rfftfreq(len(sound), 1 / RATE)[spectrum.argmax()]

    call, warn = chime(Chime.CALL).samples, chime(Chime.WARN).samples
    assert highest(call[:8000]) < highest(call[-18000:])
    assert highest(warn[:6000]) > highest(warn[-9000:])
