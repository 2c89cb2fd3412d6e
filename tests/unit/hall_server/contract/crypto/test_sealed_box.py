"""A box opens for its key and for what it was made for; everything else is one permanent word."""

from __future__ import annotations

import pytest

from hall_server.contract.crypto.sealed_box import OVERHEAD, USUAL_BOX, BoxError, boxes_of

MINE, OTHER = bytes(range(32)), bytes(range(1, 33))
BOXES = boxes_of(USUAL_BOX)
PUBLIC = BOXES.public_of(MINE)


def test_a_box_opens_for_its_owner_and_two_of_the_same_are_different() -> None:
    one, two = BOXES.seal(PUBLIC, b"page", b"a"), BOXES.seal(PUBLIC, b"page", b"a")
    assert one != two
    assert len(one) == len(b"page") + OVERHEAD
    assert BOXES.open(MINE, one, b"a") == BOXES.open(MINE, two, b"a") == b"page"


@pytest.mark.parametrize("what", ["key", "about", "cut", "changed", "empty"])
def test_a_box_that_is_another_s_or_not_whole_does_not_open(what: str) -> None:
    box = BOXES.seal(PUBLIC, b"page", b"a")
    key, about = MINE, b"a"
    match what:
        case "key":
            key = OTHER
        case "about":
            about = b"b"
        case "cut":
            box = box[:-1]
        case "changed":
            box = box[:40] + bytes([box[40] ^ 1]) + box[41:]
        case _:
            box = b""
    with pytest.raises(BoxError, match="box_not_ours"):
        BOXES.open(key, box, about)


@pytest.mark.parametrize("public", [b"", b"short", bytes(32)], ids=["none", "short", "of_no_order"])
def test_a_key_that_is_none_is_refused_before_anything_is_sealed(public: bytes) -> None:
    with pytest.raises(BoxError, match="key_unusable"):
        BOXES.seal(public, b"page", b"a")


def test_an_algorithm_that_nobody_here_computes_is_said_so() -> None:
    with pytest.raises(BoxError, match="no_provider"):
        boxes_of("SM2-SM3-SM4")
