"""Ciphers for pages by the standards' own examples; whatever was changed or moved is not read."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from devices.document_scanner.ciphers import CIPHERS, NONCE_BYTES, TAG_BYTES, Sm4Gcm

KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")
# RFC 8998 Appendix A.1
NONCE = bytes.fromhex("00001234567800000000abcd")
PLACE = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
PLAIN = b"".join(bytes((one,)) * 8 for one in (0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF, 0xEE, 0xAA))
SEALED = bytes.fromhex(
    "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
    "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
    "83de3541e4c2b58177e065a9bf7b62ec"
)


def test_the_block_of_gb_t_32907_annex_a_comes_out() -> None:
    block = Cipher(algorithms.SM4(KEY), modes.ECB()).encryptor().update(KEY)  # the example's plain text is its key
    assert block.hex() == "681edf34d206965e86b3e94f536e4246"


def test_the_example_of_rfc_8998_is_sealed_and_opened() -> None:
    assert Sm4Gcm(KEY).encrypt(NONCE, PLAIN, PLACE) == SEALED
    assert Sm4Gcm(KEY).decrypt(NONCE, SEALED, PLACE) == PLAIN


@pytest.mark.parametrize("name", CIPHERS)
def test_nothing_that_was_changed_moved_cut_or_sealed_under_another_key_is_opened(name: str) -> None:
    cipher, nonce, plain = CIPHERS[name](), bytes(range(NONCE_BYTES)), b"a page " * 5
    sealed = cipher.encrypt(nonce, plain, b"1")
    assert len(sealed) == len(plain) + TAG_BYTES
    assert plain[:16] not in sealed
    assert cipher.decrypt(nonce, sealed, b"1") == plain
    wrong = [(nonce, sealed, b"2"), (nonce[::-1], sealed, b"1"), (nonce, sealed[:5], b"1"), (nonce, b"", b"1")]
    wrong += [(nonce, sealed[:at] + bytes((sealed[at] ^ 1,)) + sealed[at + 1 :], b"1") for at in range(len(sealed))]
    for case in wrong:
        with pytest.raises(InvalidTag):
            cipher.decrypt(*case)
    with pytest.raises(InvalidTag):
        CIPHERS[name]().decrypt(nonce, sealed, b"1")


@pytest.mark.parametrize("name", CIPHERS)
@pytest.mark.parametrize("nonce", [b"", b"1234567"])
def test_a_nonce_of_another_length_is_told(name: str, nonce: bytes) -> None:
    with pytest.raises(ValueError, match=r"must be|least"):
        CIPHERS[name]().decrypt(nonce, bytes(20), b"")
