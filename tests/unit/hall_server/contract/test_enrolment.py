"""Codes as people type them, the fingerprint that they compare, and a profile that only its hall can sign."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.crypto.algorithms import USUAL, provider_of
from hall_server.contract.enrolment import (
    AskEnrolment,
    MachineProfile,
    code_hash,
    code_shown,
    code_typed,
    comparing,
    counter_at,
    counter_place,
    proved,
    signed_profile,
)

ED = provider_of(USUAL)
HALL = ED.private_of(b"h" * 32)
ASKED = AskEnrolment("7KQ2M4XA", b"p" * 32, b"b" * 32, "1f" * 32, "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90")
PROFILE = MachineProfile("h", "厅", "K1", "1 号机", "门口", "k1", ED.public_of(HALL), b"box", 1)


def test_a_code_is_the_same_however_it_is_typed() -> None:
    assert code_shown("7KQ2M0X1") == "7KQ2-M0X1"
    assert code_typed(" 7kq2 mox-i ") == "7KQ2M0X1"
    assert code_hash("7kq2-moxl") == code_hash("7KQ2M0X1") != code_hash("7KQ2M0X2")


@pytest.mark.parametrize(
    "other",
    [
        ("x", "K1", ASKED, b"h" * 32),
        ("h", "K2", ASKED, b"h" * 32),
        ("h", "K1", ASKED, b"i" * 32),
        ("h", "K1", msgspec.structs.replace(ASKED, public_key=b"q" * 32), b"h" * 32),
        ("h", "K1", msgspec.structs.replace(ASKED, box_key=b"q" * 32), b"h" * 32),
        ("h", "K1", msgspec.structs.replace(ASKED, hardware="2e" * 32), b"h" * 32),
    ],
)
def test_the_fingerprint_is_another_one_when_anything_was_exchanged(
    other: tuple[str, str, AskEnrolment, bytes],
) -> None:
    ours = comparing("h", "K1", ASKED, b"h" * 32)
    assert len(ours) == 19
    assert comparing(*other) != ours


def test_a_profile_counts_under_the_key_of_its_hall_alone() -> None:
    told = signed_profile(PROFILE, HALL)
    assert proved(told, ED.public_of(HALL)) == PROFILE
    assert proved(told, ED.public_of(ED.private_of(b"x" * 32))) is None
    changed = msgspec.structs.replace(told, profile=told.profile.replace(b"K1", b"K2"))
    assert proved(changed, ED.public_of(HALL)) is None


def test_a_place_is_a_kiosk_s_id_or_names_a_counter() -> None:
    assert counter_at(counter_place(3)) == 3
    assert [counter_at(place) for place in ("K1", "3", "counter", "counter:", "counter:x", "counter:²")] == [0] * 6
