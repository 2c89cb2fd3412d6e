"""COSE_Sign1 by the examples of others: RFC 8392 §A.3 and the COSE working group's EdDSA example."""

from __future__ import annotations

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from hall_server.contract.codes.cbor import MalformedError
from hall_server.contract.codes.cose import protected_of, put_together, taken_apart, to_be_signed
from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS

# RFC 8392 §A.2.3 and §A.3: a CWT signed with ECDSA on P-256
A3_X = 0x143329CCE7868E416927599CF65A34F3CE2FFDA55A7ECA69ED8919A394D42F0F
A3_Y = 0x60F7F1A780D8A783BFB7A2DD6B2796E8128DBBCEF9D3D168DB9529971A36E7B9
A3 = bytes.fromhex(
    "d28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e6578616d706c652e636f6d"
    "02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007"
    "420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f85951ec"
    "ee743a52b9b63632c57209120e1c9e30"
)
# COSE WG, eddsa-examples/eddsa-sig-01, with the first key of RFC 8032 §7.1
WG_PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
WG = bytes.fromhex(
    "d28445a201270300a10442313154546869732069732074686520636f6e74656e742e58407142fd2ff96d56db85bee905a76ba1d0b732"
    "1a95c8c4d3607c5781932b7afb8711497dfa751bf40b58b3bcc32300b1487f3db34085eef013bf08f4a44d6fef0d"
)


def test_the_structure_that_is_signed_is_that_of_the_rfcs_example() -> None:
    protected, _, payload, signature = cbor2.loads(A3).value
    public = ec.EllipticCurvePublicNumbers(A3_X, A3_Y, ec.SECP256R1()).public_key()
    halves = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    public.verify(encode_dss_signature(*halves), to_be_signed(protected, payload), ec.ECDSA(SHA256()))


def test_the_ed25519_example_of_the_working_group_holds_and_no_other_content_does() -> None:
    protected, _, payload, signature = cbor2.loads(WG).value
    assert PROVIDERS[ED25519].holds(WG_PUBLIC, to_be_signed(protected, payload), signature)
    assert not PROVIDERS[ED25519].holds(WG_PUBLIC, to_be_signed(protected, payload + b" "), signature)


@pytest.mark.parametrize("example", [A3, WG])
def test_the_examples_have_their_key_outside_the_signature_so_no_code_looks_like_them(example: bytes) -> None:
    with pytest.raises(MalformedError, match=r"cose\.unprotected"):
        taken_apart(example)


def test_the_claims_of_the_rfcs_example_are_read_as_it_says() -> None:
    from hall_server.contract.codes.cbor import read

    payload = cbor2.loads(A3).value[2]
    names = (1, "coap://as.example.com"), (2, "erikw"), (3, "coap://light.example.com")
    times = (4, 1444064944), (5, 1443944944), (6, 1443944944)
    assert read(payload) == dict([*names, *times, (7, b"\x0b\x71")])


def test_a_message_is_taken_apart_into_what_it_was_put_together_from() -> None:
    signed = taken_apart(put_together(protected_of(-19, b"2026a"), b"payload", b"signature"))
    assert (signed.alg, signed.key_id, signed.payload, signed.signature) == (-19, b"2026a", b"payload", b"signature")
    assert "payload" not in repr(signed)
