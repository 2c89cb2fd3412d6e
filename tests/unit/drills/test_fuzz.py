"""The fuzzers' own parts: the same bytes make the same cases, and a broken parser does not get past them."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections import Counter

import pytest

from tests.fuzz.api import ApiRun
from tests.fuzz.codec import BROKEN, Codec, codec, names
from tests.fuzz.draw import Draw, pieces
from tests.fuzz.mutate import findings, mutated
from tests.fuzz.trees import edited, to_json, to_toml

TREE = {"a": [1, {"b": "text", "c": True}], "d": {"e": 0.5, "f": "木"}, "day": dt.date(2026, 1, 31)}


def test_what_is_drawn_comes_from_the_bytes_and_then_is_nothing() -> None:
    draw = Draw(b"\x02\x00\x10abc")
    assert (draw.byte(), draw.number(2), draw.take(2), draw.left, draw.rest()) == (2, 16, b"ab", 1, b"c")
    assert (draw.byte(), draw.number(4), draw.take(3), draw.pick("xyz")) == (0, 0, b"", "x")


@pytest.mark.parametrize("size", [0, 1, 3, 200])
def test_pieces_are_the_whole(size: int) -> None:
    data = bytes(range(256)) * 2
    assert b"".join(pieces(data, size)) == data
    assert max(map(len, pieces(data, size))) <= max(1, size)


def test_edits_leave_the_example_alone_and_are_the_same_for_the_same_bytes() -> None:
    before = json.dumps(TREE, default=str)
    results = [
        [edited(Draw(bytes((6, *range(seed, seed + 40)))), TREE, dates=True) for seed in range(200)] for _ in "12"
    ]
    assert repr(results[0]) == repr(results[1])
    assert json.dumps(TREE, default=str) == before
    assert sum(one != TREE for one in results[0]) > 150
    assert edited(Draw(b""), TREE) == TREE


def test_a_tree_is_written_as_toml_that_reads_as_the_tree() -> None:
    assert tomllib.loads(to_toml(TREE).decode()) == TREE
    odd = {'quote"s': "a\n\x7f\0\\", "none": None, "inf": float("inf"), "n": [None, -1]}
    assert tomllib.loads(to_toml(odd).decode()) == {'quote"s': "a\n\x7f\0\\", "inf": float("inf"), "n": [-1]}
    tomllib.loads(to_toml([1, 2]).decode())


def test_json_is_written_with_what_a_careless_writer_lets_through() -> None:
    assert to_json({"x": float("nan"), "y": "\ud800"}) == b'{"x": NaN, "y": "\\ud800"}'


def test_changed_cases_are_the_same_every_time_and_seldom_the_same_as_each_other() -> None:
    cases = [b"KPT1:0123", bytes(40)]
    made = list(mutated(cases, 300))
    assert made == list(mutated(cases, 300))
    assert made != list(mutated(cases, 300, start=2))
    assert len(set(made)) > 250


def test_a_parser_that_breaks_on_one_sequence_is_caught() -> None:
    broken = codec(BROKEN)
    (first, *_) = findings(broken, mutated(list(broken.seeds), 5000))
    assert first.startswith("_broken: LookupError")
    again = bytes.fromhex(first.split("'")[1])
    assert len(findings(broken, [again])) == 1
    assert not findings(broken, broken.seeds)


def test_a_codec_whose_sources_change_has_had_no_minutes() -> None:
    one = codec("scanned")
    assert one.source() == codec("scanned").source()
    other = Codec(one.name, (*one.rooms, "devices.errors"), one.attempt, one.seeds)
    assert other.source() != one.source()


def test_there_is_a_codec_for_every_kind_of_bytes_and_the_control_is_none_of_them() -> None:
    assert {"id_card", "scanned", "printer_status", "escpos", "site_files", "api_input", "hall_answers"} <= set(names())
    assert BROKEN not in names()


def test_the_share_of_answers_that_said_yes_counts_all_of_2xx_and_nothing_else() -> None:
    run = ApiRun(statuses=Counter({200: 3, 201: 2, 204: 1, 304: 5, 404: 7, 500: 1}))
    assert run.said_yes == 6
