import math
import random
import struct

import numpy as np
import pytest

from devices.speaker.codec import (
    RATE,
    NotWavError,
    Sound,
    joined,
    levelled,
    read_wav,
    resampled,
    silence,
    write_wav,
)


def tone(seconds=0.5, rate=RATE, loudest=10_000):
    return Sound((np.sin(np.arange(round(seconds * rate)) * 0.1) * loudest).astype(np.int16), rate)


def test_a_golden_header():
    assert write_wav(Sound(np.array([1, -1], np.int16))).hex() == (
        "524946462800000057415645666d74201000000001000100225600004 4ac0000020010006461746104000000 0100ffff".replace(
            " ", ""
        )
    )


def test_a_sound_is_read_as_it_was_written():
    assert (read_wav(write_wav(tone())).samples == tone().samples).all()


def test_a_stream_without_lengths_is_read_to_its_end():
    wav = bytearray(write_wav(tone()))
    wav[4:8] = struct.pack("<I", 0x7FFFF024)
    wav[40:44] = struct.pack("<I", 0x7FFFF000)
    assert len(read_wav(bytes(wav)).samples) == len(tone().samples)


def test_other_chunks_are_passed_over_and_two_channels_are_mixed():
    form = struct.pack("<HHIIHH", 1, 2, 8000, 32000, 4, 16)
    data = struct.pack("<4h", 100, 300, -100, -300)
    body = b"WAVE" + b"LIST" + struct.pack("<I", 3) + b"abc\0" + b"fmt " + struct.pack("<I", 16) + form
    sound = read_wav(b"RIFF\0\0\0\0" + body + b"data" + struct.pack("<I", len(data)) + data)
    assert (sound.rate, list(sound.samples)) == (8000, [200, -200])


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"RIFF",
        b"ID3\x03" + bytes(60),
        write_wav(tone())[:30],
        write_wav(tone()).replace(b"fmt ", b"fmx "),
        b"RIFF\0\0\0\0WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, RATE, RATE, 1, 8) + b"data\0\0\0\0",
        b"RIFF\0\0\0\0WAVEfmt " + struct.pack("<IHHIIHH", 16, 3, 1, RATE, RATE, 4, 32) + b"data\0\0\0\0",
        b"RIFF\0\0\0\0WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 0, 0, 2, 16) + b"data\0\0\0\0",
    ],
)
def test_what_we_cannot_play_is_no_wav(broken):
    with pytest.raises(NotWavError):
        read_wav(broken)


def test_any_bytes_are_a_sound_or_no_wav():
    chance, good = random.Random(3), write_wav(tone(0.01))
    for _ in range(2000):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 5)):
            data[chance.randrange(48)] = chance.randrange(256)
        try:
            sound = read_wav(bytes(data[: chance.randrange(len(data))]))
        except NotWavError:
            continue
        assert sound.seconds >= 0


def test_sounds_are_joined_at_one_rate():
    both = joined([tone(0.5, 16000), silence(0.25), tone(0.5)])
    assert both.rate == RATE
    assert both.seconds == pytest.approx(1.25, abs=0.001)
    assert joined([]).seconds == 0


def test_levels_and_loud_time_are_measured():
    assert levelled(tone(), -6).peak_db == pytest.approx(-6, abs=0.1)
    assert levelled(silence(1), -6).peak_db == -math.inf
    assert joined([silence(1), tone(0.5)]).loud_s == pytest.approx(0.5, abs=0.05)
    assert silence(1).loud_s == silence(0).loud_s == 0


def test_an_empty_sound_has_any_rate():
    assert resampled(silence(0, 8000), RATE).rate == RATE
