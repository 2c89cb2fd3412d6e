"""CBOR in its deterministic form and nothing else; beside cbor2, which writes it and reads more."""

from __future__ import annotations

import random
from contextlib import suppress

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.codes.cbor import MAX_DEPTH, MalformedError, read

SCALARS = st.integers(-(1 << 64), (1 << 64) - 1) | st.binary(max_size=300) | st.text(max_size=80)
KEYS = st.integers(-(1 << 64), (1 << 64) - 1) | st.text(max_size=30)


def ordered(tree: object) -> object:
    """Maps in the order of their keys' bytes (RFC 8949 §4.2.1; cbor2's own order is the older one, by length)."""
    if isinstance(tree, dict):
        return {key: ordered(tree[key]) for key in sorted(tree, key=cbor2.dumps)}
    return [ordered(one) for one in tree] if isinstance(tree, list) else tree


TREES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


def depth_of(tree: object) -> int:
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return isinstance(tree, dict | list) + max(map(depth_of, inner), default=0)


@given(TREES)
def test_what_is_written_in_order_is_read_as_it_was_down_to_the_depth_that_is_allowed(tree: object) -> None:
    data = cbor2.dumps(ordered(tree))
    if depth_of(tree) > MAX_DEPTH:
        with pytest.raises(MalformedError):
            read(data)
    else:
        assert read(data) == tree


@given(st.binary(max_size=40))
def test_whatever_is_read_is_written_with_the_same_bytes(data: bytes) -> None:
    try:
        found = read(data)
    except MalformedError:
        return
    assert cbor2.dumps(found) == data


def test_changed_bytes_are_another_value_or_an_error_and_never_anything_else() -> None:
    dice, good = random.Random(7), cbor2.dumps({1: b"abc", 4: "text", 7: [1, 500, -70_000]})
    for _ in range(20_000):
        data = bytearray(good)
        for _ in range(dice.randint(1, 3)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with suppress(MalformedError):
            assert cbor2.dumps(read(bytes(data))) == data


@pytest.mark.parametrize(
    ("data", "part"),
    [
        ("", "cbor.short"),
        ("0000", "cbor.trailing"),
        ("1817", "cbor.shortest"),
        ("1900ff", "cbor.shortest"),
        ("1a0000ffff", "cbor.shortest"),
        ("1b00000000ffffffff", "cbor.shortest"),
        ("3800", "cbor.shortest"),
        ("5803616263", "cbor.shortest"),
        ("1c", "cbor.length"),
        ("1f", "cbor.length"),
        ("5f4161ff", "cbor.length"),
        ("9f00ff", "cbor.length"),
        ("bfff", "cbor.length"),
        ("ff", "cbor.length"),
        ("c000", "cbor.kind"),
        ("f4", "cbor.kind"),
        ("f6", "cbor.kind"),
        ("f93c00", "cbor.kind"),
        ("fb3ff0000000000000", "cbor.kind"),
        ("62c328", "cbor.text"),
        ("63eda080", "cbor.text"),
        ("a201000100", "cbor.order"),
        ("a202000100", "cbor.order"),
        ("a1410000", "cbor.key"),
        ("a18000", "cbor.depth"),
        ("8181818100", "cbor.depth"),
        ("430102", "cbor.short"),
        ("820", "cbor.short"),
        ("9bffffffffffffffff", "cbor.short"),
        ("bbffffffffffffffff", "cbor.short"),
        ("5bffffffffffffffff", "cbor.short"),
    ],
)
def test_every_other_form_is_refused_with_its_place(data: str, part: str) -> None:
    with pytest.raises(MalformedError) as raised:
        read(bytes.fromhex(data + "0" * (len(data) % 2)))
    assert raised.value.part == part


@pytest.mark.parametrize("data", ["a28001", "a1a00000", "d81ca1d81d0000", "c5821a7fffffff01", "d82361282828"])
def test_what_makes_the_writing_library_stumble_is_refused_quietly(data: str) -> None:
    with pytest.raises(MalformedError):
        read(bytes.fromhex(data))
