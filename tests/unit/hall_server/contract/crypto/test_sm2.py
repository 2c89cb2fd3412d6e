"""SM2 by the standard's own example, keys that are nobody's, and signatures that were changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.contract.crypto import sm2
from hall_server.contract.crypto.sm2 import Sm2

pytest.importorskip("gmalg", reason="the extra sm is not installed")
S = Sm2()
P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
BASE = bytes.fromhex(
    "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
    "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"
)
# GB/T 32918.5-2017 Annex A.2 (GM/T 0003.5-2012 Annex A): the signer's id is 1234567812345678
PRIVATE = bytes.fromhex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8")
PUBLIC = bytes.fromhex(
    "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
    "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
)
MESSAGE = b"message digest"
NONCE = 0x59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21
SIGNATURE = bytes.fromhex(
    "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
    "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"
)


def number(value: int) -> bytes:
    return value.to_bytes(32)


def mirrored(public: bytes) -> bytes:
    return public[:32] + number(P - int.from_bytes(public[32:]))


def test_the_example_of_the_standard_verifies_and_its_key_comes_out() -> None:
    assert S.public_of(PRIVATE) == PUBLIC
    assert S.usable(PUBLIC)
    assert S.holds(PUBLIC, MESSAGE, SIGNATURE)
    assert not S.holds(PUBLIC, MESSAGE + b"\0", SIGNATURE)
    assert not S.holds(mirrored(PUBLIC), MESSAGE, SIGNATURE)


def test_the_example_of_the_standard_is_signed_with_its_own_nonce(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sm2, "_nonces", lambda *_: lambda _bits: NONCE)
    assert S.sign(PRIVATE, MESSAGE) == SIGNATURE


def test_a_signature_is_the_same_each_time_and_holds_for_its_message_alone() -> None:
    one, other = S.sign(PRIVATE, b"one"), S.sign(PRIVATE, b"other")
    assert one == S.sign(PRIVATE, b"one")
    assert one[:32] != other[:32]  # two nonces: the same twice would give the key away
    assert S.holds(PUBLIC, b"one", one)
    assert not S.holds(PUBLIC, b"one", other)


@pytest.mark.parametrize(
    "public",
    [
        b"",
        PUBLIC[:63],
        PUBLIC + b"\0",
        b"\4" + PUBLIC,
        bytes(64),  # what others write for infinity
        b"\xff" * 64,
        PUBLIC[32:] + PUBLIC[:32],
        PUBLIC[:63] + bytes((PUBLIC[63] ^ 1,)),
        BASE,
        mirrored(BASE),
    ],
)
def test_what_is_no_point_or_everybodys_key_is_not_usable_and_holds_nothing(public: bytes) -> None:
    assert not S.usable(public)
    assert not S.holds(public, MESSAGE, SIGNATURE)


def test_a_point_spelt_with_a_number_above_the_field_is_not_usable() -> None:
    """The curve has points with a small y; the same y plus P is another spelling of them."""
    x, y = next((x, y) for y in range(1, 400) if (x := _root_of(y)) is not None)
    assert S.usable(number(x) + number(y))
    assert not S.usable(number(x) + number(y + P))


def _root_of(y: int) -> int | None:
    """An x with this y on the curve: one root of x³ + ax + b - y² modulo P, by gcd with x^P - x; None without any."""
    a, b = P - 3, 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
    c = (b - y * y) % P

    def times(f: tuple[int, int, int], g: tuple[int, int, int]) -> tuple[int, int, int]:
        d = [0] * 5
        for i, one in enumerate(f):
            for j, other in enumerate(g):
                d[i + j] += one * other
        for top in (4, 3):  # x³ = -ax - c
            d[top - 2] -= d[top] * a
            d[top - 3] -= d[top] * c
        return d[0] % P, d[1] % P, d[2] % P

    power, base = (1, 0, 0), (0, 1, 0)
    for bit in f"{P:b}":
        power = times(power, power)
        power = times(power, base) if bit == "1" else power
    r0, r1, r2 = power[0], (power[1] - 1) % P, power[2]
    if r2 == 0:
        return None
    # one root exactly when the rest of x³ + ax + c by this quadratic is linear and its root fits
    inverse = pow(r2, -1, P)
    p, q = r1 * inverse % P, r0 * inverse % P
    slope, rest = (a - q + p * p) % P, (c + p * q) % P
    if slope == 0:
        return None
    x = -rest * pow(slope, -1, P) % P
    return x if (x * x * x + a * x + c) % P == 0 else None


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        SIGNATURE[:63],
        SIGNATURE + b"\0",
        bytes(64),
        b"\xff" * 64,
        bytes(32) + SIGNATURE[32:],
        SIGNATURE[:32] + bytes(32),
        number(N) + SIGNATURE[32:],
        SIGNATURE[:32] + number(N),
        SIGNATURE[:32] + number(N - int.from_bytes(SIGNATURE[:32])),  # r + s is the order: t would be 0
        SIGNATURE[:32] + number(N - int.from_bytes(SIGNATURE[32:])),  # the other s that ECDSA would take
        number(N - int.from_bytes(SIGNATURE[:32])) + SIGNATURE[32:],
        SIGNATURE[32:] + SIGNATURE[:32],
    ],
)
def test_no_other_numbers_sign_the_message(signature: bytes) -> None:
    assert not S.holds(PUBLIC, MESSAGE, signature)


def test_a_signature_whose_sum_is_the_point_at_infinity_holds_nothing() -> None:
    """s·G + t·key is infinity for s = -t·secret: its owner alone can write that, and it is no signature."""
    t, secret = 7, int.from_bytes(PRIVATE)
    s = -t * secret % N
    assert not S.holds(PUBLIC, MESSAGE, number((t - s) % N) + number(s))


@pytest.mark.parametrize(
    "private", [b"", bytes(32), number(1), number(N - 1), number(N), b"\xff" * 32, PRIVATE + b"\0"]
)
def test_what_is_no_private_key_is_the_callers_mistake(private: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        S.sign(private, MESSAGE)
    with pytest.raises(ValueError, match="32 bytes"):
        S.public_of(private)


@pytest.mark.parametrize("seed", [PRIVATE, bytes(32), number(N), b"\xff" * 32])
def test_any_thirty_two_random_bytes_stand_for_a_key(seed: bytes) -> None:
    private = S.private_of(seed)
    assert private == S.private_of(seed)
    assert S.usable(S.public_of(private))
    assert (private == seed) == (seed == PRIVATE)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3 * 64 - 1), st.integers(1, 255))
def test_no_byte_of_key_message_or_signature_may_change(at: int, flip: int) -> None:
    parts = [bytearray(PUBLIC), bytearray(MESSAGE), bytearray(SIGNATURE)]
    part = parts[at // 64]
    part[at % 64 % len(part)] ^= flip
    public, message, signature = map(bytes, parts)
    assert not S.holds(public, message, signature)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80), st.binary(max_size=40), st.binary(max_size=80))
def test_nothing_from_outside_raises(public: bytes, message: bytes, signature: bytes) -> None:
    assert not S.holds(public, message, signature)
    assert not S.holds(PUBLIC, message, signature)
    assert not S.holds(PUBLIC, message, signature.ljust(64, b"\1")[:64])
