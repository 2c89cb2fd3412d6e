"""What a signature covers: change any of it and it does not hold (definitions.md 20)."""

from __future__ import annotations

import pytest

from hall_server.contract.crypto.algorithms import USUAL, provider_of
from hall_server.contract.signing import COVERED, Asked, Signer, digest_of, holds, read

ED = provider_of(USUAL)
PRIVATE = ED.private_of(b"s" * 32)
PUBLIC = ED.public_of(PRIVATE)
HEADERS = {name: f"value of {name}" for name in COVERED}
ASKED = Asked("POST", "/api/v1/halls/h/tickets?after=1", HEADERS.get)
SIGNER = Signer("k1", PRIVATE, "1f" * 32, "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90")
HEADER = SIGNER.header(ASKED, b"body", time=1_700_000_000, nonce="ab" * 12)


def test_what_was_signed_holds_and_says_who_when_and_which_body() -> None:
    word = read(HEADER)
    assert word is not None
    assert holds(word, PUBLIC, ASKED)
    assert (word.key_id, word.time, word.digest) == ("k1", 1_700_000_000, digest_of(b"body"))
    assert (word.machine, word.boot) == ("1f" * 8, "5e0c1a3b7d444f0e")


@pytest.mark.parametrize(
    "other",
    [
        ASKED._replace(method="GET"),
        ASKED._replace(target="/api/v1/halls/h/tickets?after=2"),
        *(ASKED._replace(headers={**HEADERS, name: "another"}.get) for name in COVERED),
        ASKED._replace(headers=lambda _: None),
    ],
)
def test_it_holds_for_no_other_request(other: Asked) -> None:
    word = read(HEADER)
    assert word is not None
    assert not holds(word, PUBLIC, other)


@pytest.mark.parametrize(
    "change",
    [{"time": 1_700_000_001}, {"nonce": "cd" * 12}, {"machine": "2e" * 8}, {"boot": "00" * 8}, {"digest": ""}],
)
def test_it_holds_for_nothing_else_that_the_header_says(change: dict[str, object]) -> None:
    word = read(HEADER)
    assert word is not None
    assert not holds(word._replace(**change), PUBLIC, ASKED)


@pytest.mark.parametrize(
    "header",
    ["", "Kapok k1.secretsecretsecret", HEADER[:-1], HEADER + "A", HEADER.replace("Kapok", "Bearer"), HEADER.upper()],
)
def test_what_is_no_signed_header_is_none(header: str) -> None:
    assert read(header) is None
