"""What people type, scanners read and cameras see of documents: numbers, codes of organisations, passports' lines.

Nobody is named by accident: whoever is named is named again by their own number, and no number is in what is shown.
"""

from __future__ import annotations

from datetime import date

import msgspec

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.check_digits import GB32100_CHARACTERS, gb11643, gb32100, icao9303
from hall_server.contract.identity.identity import (
    Claimed,
    Document,
    Identity,
    Ignored,
    Organisation,
    Recognition,
    Refused,
)
from hall_server.contract.identity.masks import name_mask, number_mask, visitor_mask
from hall_server.contract.identity.mrz_fields import fields_of
from hall_server.contract.identity.mrz_lines import Format, NoLines, lines_in
from hall_server.contract.identity.pseudonym import normalised
from hall_server.contract.identity.recognise import recognise
from hall_server.contract.identity.text import plain
from hall_server.contract.identity.words import CAUTIONS, REASONS, Caution
from hall_server.contract.messages import VisitorMask
from tests.fuzz.draw import Draw

ROOM = "hall_server.contract.identity"
ROOMS = tuple(
    f"{ROOM}.{name}"
    for name in (
        "check_digits",
        "foreigner",
        "identity",
        "masks",
        "mrz",
        "mrz_fields",
        "mrz_lines",
        "organisation",
        "passport",
        "permit",
        "pseudonym",
        "recognise",
        "resident",
        "text",
    )
)
KEY = bytes(32)
DAYS = (date(2026, 1, 31), date(2000, 2, 29), date(1, 1, 1), date(9999, 12, 31))
SOURCES = (Source.TYPED, Source.CODE)
ASKED = (None, *Document)
LENGTHS = {Format.TD1: 90, Format.TD2: 72, Format.TD3: 88, Format.CHINESE_CARD: 30}
STRIP_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<<<<"


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: any text, a number that is right but for one place, lines, or a name."""
    draw = Draw(data)
    (_text, _number, _strip, _name)[draw.byte() % 4](draw)


def _text(draw: Draw) -> None:
    asked, source, day = draw.pick(ASKED), draw.pick(SOURCES), draw.pick(DAYS)
    encoding, errors = draw.pick((("utf-8", "surrogateescape"), ("utf-16-le", "replace"), ("latin-1", "strict")))
    times = 1 << draw.byte() % 12
    text = draw.rest().decode(encoding, errors)
    _judge(text * times, day, source, asked)


def _number(draw: Draw) -> None:
    """Right as it is made; with another character at one place it is never the same holder's, and not this one's."""
    source, day = draw.pick(SOURCES), DAYS[0]
    made = (_person, _firm)[draw.byte() % 2](draw)
    asked = Document.ORGANISATION if made[1] in "0123456789ANY" and draw.byte() % 2 else None
    right = _judge(made, day, source, asked)
    at, other = draw.byte() % len(made), draw.pick(GB32100_CHARACTERS)
    wrong = _judge(made[:at] + other + made[at + 1 :], day, source, asked)
    if other != made[at] and isinstance(right, Claimed) and isinstance(wrong, Claimed):
        assert not (isinstance(right.holder, Identity) and isinstance(wrong.holder, Identity)), "one misread is another"


def _person(draw: Draw) -> str:
    area = draw.pick(("440106", "810000", "830000", "944999"))
    born = date.fromordinal(draw.number(3) % DAYS[0].toordinal() + 1)
    body = f"{area}{born.year:04d}{born.month:02d}{born.day:02d}{draw.number(2) % 1000:03d}"
    return body + gb11643(body)


def _firm(draw: Draw) -> str:
    head = draw.pick(("91", "92", "12", "52", "N2"))
    body = f"{head}{draw.number(3) % 10**6:06d}" + "".join(draw.pick(GB32100_CHARACTERS) for _ in range(9))
    return body + gb32100(body)


def _strip(draw: Draw) -> None:
    form = draw.pick(tuple(Format))
    fill = draw.byte() % 2
    characters = [draw.pick(STRIP_CHARACTERS) if draw.left else "<" for _ in range(LENGTHS[form])]
    characters[0] = draw.pick("PCVIA")
    if fill:
        _put_right(characters, form, draw)
    text = "".join(characters)
    width = {Format.TD1: 30, Format.TD2: 36, Format.TD3: 44, Format.CHINESE_CARD: 30}[form]
    end = draw.pick(("\n", "\r\n", "", " ", "\r"))
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    one = _judge(text, DAYS[0], Source.CODE, None)
    assert one == _judge(end.join(lines), DAYS[0], Source.CODE, None), "line ends make a difference"
    found = lines_in(text)
    if not isinstance(found, NoLines):
        assert len(found[1]) == LENGTHS[found[0]]
        fields = fields_of(*found)
        assert len(fields.number) < 6 or fields.number not in repr(fields)


def _put_right(characters: list[str], form: Format, draw: Draw) -> None:
    """Dates and check digits as they have to be, so that what is behind them is reached."""
    number, birth, expiry = {
        Format.TD1: (5, 30, 38),
        Format.TD2: (36, 49, 57),
        Format.TD3: (44, 57, 65),
        Format.CHINESE_CARD: (2, 21, 13),
    }[form]
    for at, width, value in (
        (number, 9, draw.pick(("H01234567", "01234567<", "C01234567", "E00000000"))),
        (birth, 6, f"{draw.number(3) % 10**6:06d}"),
        (expiry, 6, f"{draw.number(3) % 10**6:06d}"),
    ):
        characters[at : at + width] = value
        characters[at + width] = icao9303(value)
    if form is not Format.CHINESE_CARD:
        characters[2:5] = "CHN"
    else:
        characters[12] = characters[20] = characters[28] = "<"


def _name(draw: Draw) -> None:
    size = draw.byte() % 60
    name, latin = draw.take(size).decode("utf-8", "replace"), draw.take(size).decode("utf-8", "replace")
    number = draw.rest().decode("utf-8", "replace")
    identity = Identity(draw.pick(tuple(Document)), number, Source.CARD, name=name, latin_name=latin)
    assert normalised(normalised(number)) == normalised(number)
    try:
        mask = visitor_mask(identity, KEY)
    except ValueError:
        assert not normalised(identity.stable), "a number without a pseudonym"
        mask = VisitorMask("0" * 32, name_mask(name, latin), number_mask(number))
    assert msgspec.json.decode(msgspec.json.encode(mask), type=VisitorMask) == mask  # the hall takes it


def _judge(text: str, day: date, source: Source, asked: Document | None) -> Recognition:
    answer = recognise(text, day, source, asked=asked, state=text[:3])
    match answer:
        case Ignored():
            assert asked is None, "what was asked for is ignored"
        case Refused():
            assert REASONS[answer.reason]
        case Claimed():
            _claimed(answer, day, source)
    return answer


def _claimed(answer: Claimed, day: date, source: Source) -> None:
    holder, shown = answer.holder, repr(answer)
    assert all(CAUTIONS[caution] for caution in answer.cautions)
    if isinstance(holder, Organisation):
        assert holder.code not in shown
        assert Caution.CODE_FAILS_CHECK in answer.cautions or gb32100(holder.code[:-1]) == holder.code[-1]
        again = recognise(holder.code, day, source, asked=Document.ORGANISATION)
        assert isinstance(again, Claimed)
        assert again.holder == holder
        return
    assert holder.number not in shown
    assert plain(holder.number) == holder.number
    assert holder.birth is None or holder.birth <= day
    assert visitor_mask(holder, KEY).pseudonym == holder.pseudonym(KEY)
    if holder.source is not Source.MRZ:
        again = recognise(holder.number, day, source, asked=holder.document, state=holder.state)
        assert again == answer, "named by its own number it is another"


SEEDS = (
    b"\0\0\0\0\0\0" + b"11010519491231002X",
    b"\0\0\1\0\0\0" + "Ｈ０１２３４５６７０１".encode(),
    b"\0\0\0\0\0\0" + b"XXA440199001011",
    b"\0\x0a\0\0\0\0" + b"91350100M000100Y43",
    b"\0\x0a\0\0\0\0" + b"91350100M000100Y4Z",
    b"\0\x08\0\0\0\0" + b"L898902C3",
    b"\0\x05\0\0\0\0" + b"0123456703(B)",
    b"\0\0\1\0\0\0" + b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
    b"\0\0\1\0\0\0" + b"I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<",
    b"\0\0\1\0\1\0" + "\u202e٤\0\x1b[0m".encode("utf-16-le"),
    b"\0\0\0\0\0\x0b" + b"1",
    *(bytes((1, 0, kind, 4, 0x0B, 0x53, 0x51, 0, 7, 0, 9, 3)) for kind in range(2)),
    *(bytes((2, form, 1)) + bytes(range(7, 97)) + b"\0\1\2\x0d\x8c\x95\x04\xba\x93" for form in range(4)),
    b"\3\x09" + "欧阳小明".encode() + b"SAMPLE PERSON" + b"440106",
)
