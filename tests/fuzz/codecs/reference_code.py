"""What a phone may hold before a kiosk as a reference code, what its issuers may sign, and lists of whom to trust."""

from __future__ import annotations

import cbor2
import msgspec

from hall_server.contract.codes.answers import Accepted, NotOurs, Refused
from hall_server.contract.codes.cbor import MalformedError, read
from hall_server.contract.codes.claims import MAX_LIFE_S, Claims, CodeKind, payload_of
from hall_server.contract.codes.cose import protected_of
from hall_server.contract.codes.once import KEPT_S, Used
from hall_server.contract.codes.reference_code import PREFIX, UNKNOWN_CLOCK_S, write
from hall_server.contract.codes.refusals import WORDS, Refusal
from hall_server.contract.codes.trust import TrustList
from hall_server.contract.codes.trust_list import TrustListError, TrustProblem, read_trust_list, sign_trust_list
from hall_server.contract.identity.assurance import Assurance
from tests.fuzz.draw import Draw
from tests.fuzz.trees import edited, to_json, to_toml
from tests.unit.hall_server.contract.codes.made_up import (
    CITY,
    GONE,
    HALL,
    ISSUED,
    NEW,
    OLD,
    OVERLAP_FROM,
    OVERLAP_UNTIL,
    READER,
    ROOT,
    SECOND,
    STRANGE,
    SUBJECT,
    claims,
    message,
    public,
    text_of,
    trust_tree,
)

ROOMS = (
    "hall_server.contract.codes.cbor",
    "hall_server.contract.codes.claims",
    "hall_server.contract.codes.cose",
    "hall_server.contract.codes.once",
    "hall_server.contract.codes.reference_code",
    "hall_server.contract.codes.trust",
    "hall_server.contract.codes.trust_list",
)
MAKERS = ("trees",)
NOW_US = ISSUED * SECOND
GOOD = message()
KEYS = (OLD, NEW, GONE, STRANGE)
ROOTS = [public(ROOT)]
IN_FORCE = msgspec.json.decode(to_json(trust_tree(serial=5)), type=TrustList)


def attempt(data: bytes) -> None:
    """The first byte says what the rest is."""
    draw = Draw(data)
    (_text, _message, _edited, _signed, _issued, _cbor, _list, _twice)[draw.byte() % 8](draw)


def _text(draw: Draw) -> None:
    """Any text, with the prefix or without: nothing is taken, and without the prefix nothing is ours."""
    text = (PREFIX if draw.byte() % 2 else "") + draw.rest().decode("utf-8", "surrogateescape")
    answer = READER.read(text, NOW_US)
    assert isinstance(answer, NotOurs) != text.startswith(PREFIX)
    assert not isinstance(answer, Accepted) or text == text_of(GOOD), "a stranger's text is taken"


def _message(draw: Draw) -> None:
    _not_taken(draw.rest())


def _edited(draw: Draw) -> None:
    """A good code with up to four pieces of it replaced."""
    data = bytearray(GOOD)
    for _ in range(1 + draw.byte() % 4):
        at = draw.byte() % (len(data) + 1)
        data[at : at + draw.byte() % 9] = draw.take(draw.byte() % 9)
    _not_taken(bytes(data))


def _not_taken(data: bytes) -> None:
    answer = READER.read(text_of(data), NOW_US, clock_known=len(data) % 2 == 0)
    assert not isinstance(answer, NotOurs)
    assert not isinstance(answer, Accepted) or data == GOOD, "a changed code is taken"
    assert not isinstance(answer, Refused) or answer.reason in WORDS


def _signed(draw: Draw) -> None:
    """An issuer that signs anything: what is taken is what would have been written, to the letter."""
    key = KEYS[draw.byte() % 2]
    protected = protected_of(key.alg, key.id.encode()) if draw.byte() % 4 else draw.take(draw.byte() % 32)
    payload = draw.rest() or payload_of(claims())
    if payload[:1] == b"\0":
        payload = _spoilt(Draw(payload[1:]))
    text = text_of(message(key, payload=payload, protected=protected))
    answer = READER.read(text, NOW_US)
    if isinstance(answer, Accepted):
        assert write(answer.claims, key) == text, "another spelling of the same claims is taken"
        assert answer.claims.issuer == CITY
        assert answer.claims.audience in {HALL, "gz"}


def _spoilt(draw: Draw) -> bytes:
    """Good claims with one of another value, in the order that CBOR wants."""
    said = cbor2.loads(payload_of(claims()))
    name = draw.pick((*said, 5, 8))
    said[name] = draw.pick((draw.number(5), draw.take(12), draw.take(24).decode("latin-1"), -draw.byte(), {}, [1]))
    return cbor2.dumps(said, canonical=True)


def _issued(draw: Draw) -> None:
    """Rightly written codes of any times: the answer is as a plain table says."""
    issued = ISSUED - 600 + draw.number(2) % 1200
    life, key = 1 + draw.byte() % MAX_LIFE_S, draw.pick(KEYS)
    now_us = NOW_US - 400 * SECOND + draw.number(4) % (800 * SECOND)
    known, kind = bool(draw.byte() % 2), draw.pick(tuple(CodeKind))
    audience, issuer = draw.pick((HALL, "gz", "elsewhere")), draw.pick((CITY, CITY, CITY, "nobody"))
    said = claims(issued_at=issued, expires_at=issued + life, audience=audience, issuer=issuer, kind=kind)
    answer = READER.read(write(said, key), now_us, clock_known=known)
    level = Assurance.L2 if known else Assurance.L1
    reason = _expected(said, key.id, now_us, 0 if known else UNKNOWN_CLOCK_S, strange=key is STRANGE)
    assert answer == (Refused(reason) if reason else Accepted(said, level)), "another answer than the table's"


def _expected(said: Claims, key_id: str, now_us: int, doubt_s: int, *, strange: bool) -> Refusal | None:
    """The rules once more, as a list."""
    good = {OLD.id: said.issued_at < OVERLAP_UNTIL, NEW.id: said.issued_at >= OVERLAP_FROM}
    rules = (
        (Refusal.UNKNOWN_ISSUER, said.issuer != CITY),
        (Refusal.KEY_REVOKED, key_id == GONE.id),
        (Refusal.BAD_SIGNATURE, strange),
        (Refusal.KEY_OUT_OF_DATE, not good.get(key_id, True)),
        (Refusal.WRONG_AUDIENCE, said.audience not in {HALL, "gz"}),
        (Refusal.EXPIRED, now_us // SECOND - doubt_s >= said.expires_at),
        (Refusal.NOT_YET_VALID, now_us // SECOND + doubt_s < said.issued_at),
    )
    return next((reason for reason, holds in rules if holds), None)


def _cbor(draw: Draw) -> None:
    data = draw.rest()
    try:
        found = read(data)
    except MalformedError:
        return
    assert cbor2.dumps(found) == data, "two spellings of one value are read"


def _list(draw: Draw) -> None:
    """Signed lists of any content, raw or an example with edits."""
    how = draw.byte()
    tree = trust_tree(serial=4 + how % 3)
    data = draw.rest() if how & 64 else (to_json if how & 32 else to_toml)(edited(draw, tree))
    data = data if isinstance(data, bytes) else data.encode()
    try:
        found = read_trust_list(data, sign_trust_list(data, ROOT), ROOTS, IN_FORCE if how & 16 else None)
    except TrustListError as error:
        if error.code is TrustProblem.BAD_SIGNATURE:
            raise  # it is signed
        return
    assert msgspec.json.decode(msgspec.json.encode(found), type=TrustList) == found
    assert not how & 16 or found.serial > IN_FORCE.serial or found == IN_FORCE
    for issuer in found.issuers:
        for key in issuer.keys:
            key.valid_at(ISSUED)


def _twice(draw: Draw) -> None:
    """Codes shown again and again at one kiosk: none is taken twice while it could be, and memory is bounded."""
    used, limit, steady_us = Used(limit=4), 4, 0
    taken: dict[str, int] = {}
    while draw.left:
        steady_us += draw.byte() * 2 * SECOND
        jti = f"{draw.byte() % 8:024x}"
        answer = used.once(Accepted(claims(jti=jti, subject=SUBJECT), Assurance.L2), steady_us)
        alive = {one for one, at in taken.items() if steady_us < at + KEPT_S * SECOND}
        assert len(used) <= limit
        if isinstance(answer, Accepted):
            assert jti not in alive, "taken twice"
            taken[jti] = steady_us
        else:
            reason = Refusal.ALREADY_USED if jti in alive else Refusal.TOO_MANY_AT_ONCE
            assert answer == Refused(reason)
            assert jti in alive or len(alive) == limit


SEEDS = (
    b"\0\0" + text_of(GOOD).encode(),
    b"\0\1" + text_of(GOOD).removeprefix(PREFIX).encode(),
    b"\0\1" + "木棉".encode(),
    b"\0\0https://hall.invalid/t/KPT1:0",
    b"\1" + GOOD,
    b"\1\xd2\x84" + b"\x81" * 60,
    b"\2\0\x05\1\1\x33",
    b"\2\2\x20\1\1\0\x40\2\0\x90\0\1\x61",
    b"\3\0\1" + payload_of(claims()),
    b"\3\1\1\0\1\4\1\2\3",
    *(bytes((3, 0, 1, 0, name)) + b"\0\0\0\0\x0c" + b"A" * 24 for name in range(9)),
    *(b"\4\x02\x58\x1e" + bytes((key,)) + b"\x17\xd7\x84\0\1\0\0\0" for key in range(4)),
    b"\4\x02\x00\x3b\0\x20\xd7\x84\0\0\1\1\1",
    b"\5" + payload_of(claims()),
    b"\5" + GOOD[1:],
    b"\5\x83\1\x82\2\x81\3",
    *(bytes((6, how)) for how in (0, 1, 2, 16, 17, 18, 32, 33, 50)),
    b"\6\x60\1\2\3\4\5",
    b"\6\x40" + to_json(trust_tree()),
    b"\6\x40serial = 1\n",
    b"\7" + bytes((1, 0, 1, 1, 1, 0, 120, 0, 1, 2, 1, 3, 1, 4, 1, 5, 0, 0)),
)
