"""The devices of a counter are made from their settings, and wrong settings are told."""

import pytest

from devices.access_pad.driver import EvdevAccessPad
from devices.caller.driver import SerialCaller
from devices.caller.keypad import KeypadCaller
from devices.errors import DeviceConfigError
from devices.indicator.driver import SerialIndicator
from devices.indicator.relay import RelayIndicator
from devices.led_strip.driver import SerialLedStrip
from devices.rating_pad.driver import SerialRatingPad
from devices.registry import build, kind_of
from devices.registry.caller import caller
from devices.registry.led_strip import led_strip
from devices.sensors.driver import SerialSensors
from devices.speaker.driver import QueueSpeaker

LINE = {"driver": "serial", "address": "serial:///dev/ttyUSB0?baud=9600"}
KINDS = ("caller", "rating_pad", "led_strip", "indicator", "speaker", "access_pad", "sensors")


@pytest.mark.parametrize(
    ("name", "settings", "made"),
    [
        ("caller", LINE | {"stale_s": 5.0}, SerialCaller),
        ("caller", {"driver": "keypad", "address": "/dev/input/event3", "bounce_s": 0.05}, KeypadCaller),
        ("caller", {"driver": "keypad", "address": "replay:///tmp/keys.jsonl"}, KeypadCaller),
        ("access_pad", {"driver": "evdev", "address": "/dev/input/event3"}, EvdevAccessPad),
        ("access_pad", {"driver": "evdev", "address": "replay:///tmp/keys.jsonl"}, EvdevAccessPad),
        ("rating_pad", LINE, SerialRatingPad),
        ("led_strip", LINE | {"columns": 20}, SerialLedStrip),
        ("indicator", LINE, SerialIndicator),
        ("indicator", LINE | {"driver": "relay", "channel": 2, "colour": "green"}, RelayIndicator),
        ("sensors", LINE | {"address": "tcp://127.0.0.1:4001"}, SerialSensors),
        ("speaker", {"driver": "aplay", "address": "alsa:default", "yao": True}, QueueSpeaker),
        ("speaker", {"driver": "folder", "address": "/tmp", "voice_pack": "/nowhere"}, QueueSpeaker),
    ],
)
def test_each_driver_is_made_from_its_settings(name, settings, made):
    assert isinstance(build(name, settings), made)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_something_that_stands_in_and_one_that_needs_no_box(name):
    kind = kind_of(name)
    assert kind.stand_in is not None
    assert kind.stand_in().words
    assert build(name, {"driver": "simulator"})


def test_what_the_settings_say_is_what_the_device_can():
    assert led_strip(LINE | {"columns": 20}).capabilities.columns == 20
    assert caller(LINE).capabilities.display_characters
    assert not caller({"driver": "keypad", "address": "/dev/input/event3"}).capabilities.display_characters


@pytest.mark.parametrize(
    ("name", "settings", "words"),
    [
        ("caller", {"driver": "keypad"}, "needs an address"),
        ("caller", LINE | {"bounce_s": 1.0}, "'bounce_s' is not known"),
        ("caller", LINE | {"stale_s": -1.0}, "expected more than 0"),
        ("led_strip", LINE | {"columns": "wide"}, "expected int"),
        ("speaker", {"driver": "aplay", "address": "default"}, "alsa:default"),
        ("sensors", {"driver": "gpio", "address": "/dev/gpiochip0"}, "known are: serial, simulator"),
    ],
)
def test_wrong_settings_are_answered_with_what_is_known(name, settings, words):
    with pytest.raises(DeviceConfigError) as told:
        build(name, settings)
    assert words in told.value.detail
