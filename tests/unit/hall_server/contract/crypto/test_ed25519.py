"""Ed25519 by the RFC's own examples, and keys that are nobody's."""

from __future__ import annotations

import pytest

from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS

ED = PROVIDERS[ED25519]
# RFC 8032 §7.1, tests 1 to 3: secret, public, message, signature
EXAMPLES = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
P = 2**255 - 19
ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
EMPTY_SIGNATURE = (1).to_bytes(32, "little") + bytes(32)  # R is the neutral point, S is 0: signed without any key


def small_points() -> list[bytes]:
    """Both signs of all points of small order, and of the spellings with a y that is not below p."""
    ys = [0, 1, P - 1, ORDER_8, P - ORDER_8, P, P + 1]
    return [(y | sign << 255).to_bytes(32, "little") for y in ys for sign in (0, 1)]


@pytest.mark.parametrize(("secret", "public", "message", "signature"), EXAMPLES)
def test_the_examples_of_the_rfc_come_out(secret: str, public: str, message: str, signature: str) -> None:
    private, said = bytes.fromhex(secret), bytes.fromhex(message)
    assert ED.public_of(private).hex() == public
    assert ED.sign(private, said).hex() == signature
    assert ED.usable(bytes.fromhex(public))
    assert ED.holds(bytes.fromhex(public), said, bytes.fromhex(signature))
    assert not ED.holds(bytes.fromhex(public), said + b"\0", bytes.fromhex(signature))


@pytest.mark.parametrize("public", small_points())
def test_a_key_under_which_anybody_can_sign_is_not_usable(public: bytes) -> None:
    assert not ED.usable(public)


def test_the_keys_that_are_not_usable_are_indeed_forged_without_a_secret() -> None:
    canonical = small_points()[:10]
    forged = [sum(ED.holds(key, b"%d" % no, EMPTY_SIGNATURE) for no in range(200)) for key in canonical]
    assert all(forged), forged


@pytest.mark.parametrize("public", [b"", b"\x03" * 31, b"\x03" * 33, b"\xff" * 32])
@pytest.mark.parametrize("signature", [b"", bytes(63), bytes(64), b"\xff" * 64, bytes(65)])
def test_nothing_from_outside_raises(public: bytes, signature: bytes) -> None:
    assert not ED.holds(public, b"message", signature)


@pytest.mark.parametrize("public", [b"", b"\x03" * 31, b"\x03" * 33])
def test_a_key_of_another_length_is_not_usable(public: bytes) -> None:
    assert not ED.usable(public)


def test_a_private_key_of_another_length_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        ED.sign(b"short", b"")
