"""What scanners that type send: input events of Linux, keys from a window; whatever is pressed, nothing leaks."""

from __future__ import annotations

from devices.code_scanner.codec import MAX_CODE_BYTES
from devices.code_scanner.keymap import KeyMap, strokes
from devices.code_scanner.wedge import GAP_S, LEAST_KEYS, Refused, Typed, WedgeDecoder
from devices.transports.input_events import EV_KEY, EventDecoder, EventsLost, InputEvent, encode_event
from devices.values.code_scanner import ScannedCode
from devices.values.keyboard import Press, key_for
from tests.fuzz.draw import Draw, pieces

ROOMS = ("devices.code_scanner.wedge", "devices.code_scanner.keymap", "devices.values.keyboard")
TEXTS = ("", "a", "Z", "7", " ", "\r", "\n", "\t", "\x1d", "\x00", "\x1b", "\x7f", "字", "\ud800", "é")


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a stream of events, or presses in a window."""
    draw = Draw(data)
    (_events, _presses)[draw.byte() % 2](draw)


def _events(draw: Draw) -> None:
    size, data = draw.byte(), draw.rest()
    whole, sliced = EventDecoder(), EventDecoder()
    found = [event for piece in pieces(data, size) for event in sliced.feed(piece)]
    assert whole.feed(data) == found, "the chunks make a difference"
    keys, decoder, out = KeyMap(), WedgeDecoder(), []
    for event in found:
        if isinstance(event, EventsLost):
            keys.forget()
            decoder.lose()
        elif (key := keys.press(event)) is not None:
            out += decoder.feed(key)
        assert len(decoder._held) <= MAX_CODE_BYTES
    _sound(out + decoder.flush())
    assert _scanned(keys, decoder, max((key.at_s for key in found if isinstance(key, InputEvent)), default=0.0))


def _scanned(keys: KeyMap, decoder: WedgeDecoder, at: float) -> bool:
    """After any events and a pause, a scan is a whole code again: letters are typed as they are on the keys."""
    keys.forget()
    lower, out = b"kpt17", []
    for number, (code, _) in enumerate(strokes(lower.decode() + "\r")):
        event = InputEvent(min(at, 2.0**40) + 10 + number * GAP_S / 8, EV_KEY, code, 1)
        assert EventDecoder().feed(encode_event(event))
        if (key := keys.press(event)) is not None:
            out += decoder.feed(key)
    return [one.data.lower() for one in out + decoder.flush() if isinstance(one, ScannedCode)] == [lower]


def _presses(draw: Draw) -> None:
    decoder, out, pressed, now = WedgeDecoder(), [], [], 50.0
    while draw.left:
        flags = draw.byte()
        now += (draw.byte() - 8) / 1000 if flags & 16 else draw.byte() / 1000
        key = key_for(draw.pick(TEXTS), now, command=flags & 15 == 1, repeat=flags & 15 == 2, origin=len(pressed))
        pressed.append(key)
        if flags & 32:
            out += decoder.look(now)
        if flags & 192 == 192:
            decoder.lose()
        out += decoder.feed(key)
    out += decoder.flush()
    assert decoder.wake_at is None
    assert decoder.flush() == []
    handed_on = [key for one in out if isinstance(one, Typed) for key in one.keys]
    assert [key.origin for key in handed_on] == sorted({key.origin for key in handed_on}), "out of order or twice"
    assert all(key.press is not Press.COMMAND for key in handed_on), "a command got through"
    _sound(out)


def _sound(found: list[object]) -> None:
    for one in found:
        if isinstance(one, ScannedCode):
            assert LEAST_KEYS - 1 <= len(one.text) <= MAX_CODE_BYTES
            assert one.text.isprintable()
        elif isinstance(one, Refused):
            assert one.keys >= 0
            assert one.reason in {"control_keys", "too_long", "too_short", "keys_lost"}


def _typed(text: str) -> bytes:
    events = [InputEvent(5 + at / 500, EV_KEY, code, 1) for at, (code, _) in enumerate(strokes(text))]
    return b"".join(map(encode_event, events))


SEEDS = (
    b"\0\5" + _typed("KPT1:ABC\r"),
    b"\0\x18"
    + _typed("ab")
    + encode_event(InputEvent(6, 0, 3, 0))
    + encode_event(InputEvent(6, 0, 0, 0))
    + _typed("cd\r"),
    b"\0\1" + encode_event(InputEvent(7, EV_KEY, 29, 1)) + _typed("o"),
    b"\1" + b"\0\4\1" * 6 + b"\0\4\5",
    b"\1" + b"\0\4\1\1\4\2\0\4\3\2\4\1\x10\0\1\xc0\4\5\x20\xff\4",
)
