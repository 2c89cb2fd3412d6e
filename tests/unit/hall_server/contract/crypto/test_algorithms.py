"""The table of algorithms, and a program that lacks one of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hall_server.contract.crypto.algorithms import (
    ALGORITHMS,
    ED25519,
    PROVIDERS,
    TABLE,
    NoProviderError,
    digest_beside,
    name_for,
    provider_of,
)
from hall_server.contract.crypto.roots import signed_by_root, usable_root

ONLY = {ED25519: PROVIDERS[ED25519]}
SECRET = b"\5" * 32
ROOT = ONLY[ED25519].public_of(SECRET)


def test_every_algorithm_that_a_list_may_name_has_a_provider_when_the_extra_is_there() -> None:
    pytest.importorskip("gmalg")
    assert set(ALGORITHMS.values()) == set(PROVIDERS)


def test_each_algorithm_is_told_by_the_length_of_its_keys() -> None:
    assert {name_for(provider_of(name).public_of(SECRET)) for name in ALGORITHMS if ALGORITHMS[name] in PROVIDERS} <= {
        *ALGORITHMS
    }
    assert [name_for(bytes(length)) for length in (32, 64, 0, 33, 63)] == ["Ed25519", "SM2", None, None, None]
    assert len({row.public_bytes for row in TABLE.values()}) == len(TABLE)


def test_the_digest_follows_the_algorithm() -> None:
    assert digest_beside("Ed25519", b"abc").startswith("ba7816bf")
    assert digest_beside("SM2", b"abc").startswith("66c7f0f4")


def test_what_nobody_here_can_compute_is_said_with_what_to_install() -> None:
    with pytest.raises(NoProviderError, match="no provider for SM2: install the extra sm"):
        provider_of("SM2", ONLY)
    with pytest.raises(NoProviderError, match="no provider for RSA"):
        provider_of("RSA")
    with pytest.raises(NoProviderError):
        usable_root(bytes(64), ONLY)


def test_a_root_that_can_be_asked_is_enough_and_one_that_cannot_is_told() -> None:
    signature = ONLY[ED25519].sign(SECRET, b"list")
    assert signed_by_root(b"list", signature, [bytes(64), ROOT], ONLY)
    with pytest.raises(NoProviderError):
        signed_by_root(b"other", signature, [ROOT, bytes(64)], ONLY)
    assert not signed_by_root(b"other", signature, [ROOT, b"short"], ONLY)


def test_the_library_for_sm2_waits_until_somebody_uses_sm2() -> None:
    asked = "import sys, hall_server.contract.codes.trust_list; print('gmalg' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
