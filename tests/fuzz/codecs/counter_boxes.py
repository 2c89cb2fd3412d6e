"""The small boxes of a counter: frames on a line, the words of each box, input events, relay orders."""

from __future__ import annotations

from devices.access_pad.codec import PadReader
from devices.caller.codec import PadKeys, decode_display, decode_press, encode_display, encode_press
from devices.indicator.codec import (
    RELAY_BYTES,
    RelayDecoder,
    decode_light,
    encode_light,
    encode_relay,
)
from devices.indicator.codec import decode_state as lamp_state
from devices.indicator.codec import encode_state as said_of_lamp
from devices.led_strip.codec import LONGEST_BYTES, decode_show, encode_show, encode_text
from devices.led_strip.codec import decode_state as strip_state
from devices.led_strip.codec import encode_state as said_of_strip
from devices.rating_pad.codec import PadState, decode_grade, decode_invite, decode_rated, encode_grade, encode_invite
from devices.rating_pad.codec import decode_state as pad_state
from devices.rating_pad.codec import encode_state as said_of_pad
from devices.sensors.codec import decode_changed, encode_changed
from devices.sensors.codec import decode_state as inputs_of
from devices.sensors.codec import encode_state as said_of_inputs
from devices.transports.box_frames import MAX_DATA, BoxFrame, FrameDecoder, FrameKind, encode_frame
from devices.transports.input_events import EVENT, EventDecoder, EventsLost, InputEvent, encode_event
from devices.values.lamp import Lamp
from tests.fuzz.draw import Draw, pieces

ROOMS = (
    "devices.access_pad.codec",
    "devices.caller.codec",
    "devices.indicator.codec",
    "devices.led_strip.codec",
    "devices.rating_pad.codec",
    "devices.sensors.codec",
    "devices.transports.box_frames",
    "devices.transports.input_events",
)
KINDS = tuple(FrameKind)
LATEST_S = 1 << 40


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: frames, a stream, words of all boxes, a text, events, a relay's orders."""
    draw = Draw(data)
    (_frames, _stream, _words, _texts, _inputs, _relay)[draw.byte() % 6](draw)


def _frames(draw: Draw) -> None:
    """Good frames with anything between them: none is lost, whatever the chunks, once the line was silent."""
    size, sent, decoder, found = draw.byte(), [], FrameDecoder(), []
    while draw.left and len(sent) < 20:
        frame = BoxFrame(KINDS[draw.byte() % 4], draw.byte(), draw.take(draw.byte() % (MAX_DATA + 1)))
        noise = draw.take(draw.byte() % 16)
        for piece in pieces(noise + encode_frame(frame), size):
            found += decoder.feed(piece)
        found += decoder.flush()
        assert not decoder.pending
        sent.append(frame)
        if found[-1:] != [frame]:  # noise that is the beginning of a frame with a right checksum took it for its own
            assert noise
            found.append(frame)
    assert [frame for frame in found if frame in sent] or not sent


def _stream(draw: Draw) -> None:
    size, data = draw.byte(), draw.rest()
    whole, sliced, found = FrameDecoder(), FrameDecoder(), []
    for piece in pieces(data, size):
        found += sliced.feed(piece)
        assert len(sliced._buffer) <= MAX_DATA + 6
    assert whole.feed(data) == found, "the chunks make a difference"
    found += (rest := sliced.flush())
    assert whole.flush() == rest
    assert (whole.noise, whole.broken) == (sliced.noise, sliced.broken)
    assert whole.noise + sum(len(encode_frame(frame)) for frame in found) == len(data), "bytes vanished"
    assert all(FrameDecoder().feed(encode_frame(frame)) == [frame] for frame in found)


def _words(draw: Draw) -> None:
    """Any arguments are understood or are nothing; what is understood says the same when it is said again."""
    said = draw.rest()
    if (press := decode_press(said)) is not None:
        assert decode_press(encode_press(*press)) == press
    if (display := decode_display(said)) is not None:
        assert decode_display(encode_display(display)) == display
    if (asked := decode_invite(said)) is not None:
        assert decode_invite(encode_invite(*asked)) == asked
    grade = decode_rated(said)[1]
    assert grade == decode_grade(said[2:])
    assert decode_grade(encode_grade(grade)) == grade
    state = pad_state(said)
    assert isinstance(state, PadState)
    assert pad_state(said_of_pad(state)) == state
    if (light := decode_light(said)) is not None:
        assert decode_light(encode_light(light)) == light
    lamp, light = lamp_state(said)
    if lamp is not Lamp.UNKNOWN and light is not None:
        assert lamp_state(said_of_lamp(lamp, light)) == (lamp, light)
    lamp, showing = strip_state(said)
    if lamp is not Lamp.UNKNOWN:
        assert strip_state(said_of_strip(lamp, showing=showing)) == (lamp, showing)
    if (change := decode_changed(said)) is not None:
        which, active, age_s = change
        assert decode_changed(encode_changed(which, active=active, age_s=age_s)) == change
    inputs = inputs_of(said)
    assert inputs_of(said_of_inputs(inputs)) == inputs


def _texts(draw: Draw) -> None:
    """Any text can be shown or is too long; what a strip is told to show, it can show."""
    said = draw.rest()
    text = said.decode("utf-8", "surrogatepass" if said[:1] == b"\xed" else "replace") if _is_utf8(said) else ""
    shown, replaced = encode_text(text)
    assert 0 <= replaced <= len(text)
    assert shown.decode("gb2312").isprintable()
    if (line := decode_show(said)) is not None:
        try:
            again, _ = encode_show(line, columns=LONGEST_BYTES)
        except ValueError as error:
            if str(error) != "text_too_long":
                raise
            return
        assert decode_show(again) is not None


def _is_utf8(said: bytes) -> bool:
    try:
        said.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _inputs(draw: Draw) -> None:
    size, data = draw.byte(), draw.rest()
    whole, sliced, found = EventDecoder(), EventDecoder(), []
    keys, pad, presses = PadKeys(), PadReader(), 0
    for piece in pieces(data, size):
        found += sliced.feed(piece)
    assert whole.feed(data) == found, "the chunks make a difference"
    assert whole.pending == sliced.pending == bool(len(data) % EVENT.size)
    for event in found:
        presses += keys.press(event) is not None
        presses -= isinstance(event, InputEvent)
        pad.read(event)
        if isinstance(event, InputEvent) and 0 <= event.at_s < LATEST_S:
            (again,) = EventDecoder().feed(encode_event(event)) or [event]
            assert isinstance(again, EventsLost) or (again.code, again.value) == (event.code, event.value)
    assert presses <= 0, "more presses than events"
    sliced.forget()
    assert not sliced.pending


def _relay(draw: Draw) -> None:
    size, data = draw.byte(), draw.rest()
    whole, sliced, found = RelayDecoder(), RelayDecoder(), []
    for piece in pieces(data, size):
        found += sliced.feed(piece)
    assert whole.feed(data) == found, "the chunks make a difference"
    assert len(found) <= len(data) // RELAY_BYTES
    for channel, on in found:
        assert RelayDecoder().feed(encode_relay(channel, on=on)) == [(channel, on)]


FRAMES = tuple(encode_frame(BoxFrame(kind, 7, b"\x50\x01\x00\x05")) for kind in KINDS)
SEEDS = (
    b"\0\3" + bytes((0, 1, 4)) + b"\x50\x01\0\0" + b"\x03\x02\xfa\xff" + bytes((2, 2, 0, 0)),
    *(b"\1\2" + frame + b"\x02\xfa" + frame for frame in FRAMES),
    b"\2\x01\x00\x05",
    b"\2\x00\x03A036",
    b"\2\x00\x07\x05\x00\x02",
    b"\3" + "请A036号到〇号窗口䶮①".encode(),
    b"\3\0\6\3" + "三号窗口".encode("gb2312"),
    b"\4\5" + encode_event(InputEvent(1.5, 1, 96, 1)) + encode_event(InputEvent(1.5, 0, 3, 0)),
    b"\4\7" + encode_event(InputEvent(2.5, 5, 2, 1)) + encode_event(InputEvent(2.5, 0, 0, 0)),
    b"\5\2" + encode_relay(1, on=True) + b"\xa0" + encode_relay(8, on=False),
)
