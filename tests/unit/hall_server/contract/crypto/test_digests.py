"""Digests by the standards' own examples."""

from __future__ import annotations

import pytest

from hall_server.contract.crypto.digests import DIGESTS

# FIPS 180-4 (as NIST's example values have it); GB/T 32905-2016 Annex A, examples 1 and 2
EXAMPLES = [
    ("SHA-256", b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("SM3", b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    ("SM3", b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
]


@pytest.mark.parametrize(("name", "data", "expected"), EXAMPLES)
def test_the_examples_of_the_standards_come_out(name: str, data: bytes, expected: str) -> None:
    assert DIGESTS[name](data) == expected
