"""The drill over made-up rows: it has to be able to fail."""

import asyncio

import pytest

from devices import drill
from devices.drill import COMMON, Row, drill_rows, exempt, missing_rows, rows_of
from devices.registry.kinds import Entry, Group, Kind

TOASTER = Kind(
    "toaster",
    "多士炉",
    Group.CAPTURE,
    {"usual": Entry(lambda *_: None, {}, "bread"), "simulator": Entry(lambda *_: None, {}, "none", simulated=True)},
    usual="usual",
)


async def well(bench):
    bench.gave(1)
    bench.got(1)
    bench.back()


async def twice(bench):
    await well(bench)
    bench.got(1)


async def never(_bench):
    await asyncio.Event().wait()


async def raises(_bench):
    raise ZeroDivisionError("crumbs")


async def outcomes_of(*runs, **options):
    rows = [Row("usual", run.__name__, run) for run in runs]
    return [outcome async for outcome in drill_rows("toaster", rows, **options)]


@pytest.mark.parametrize(
    ("run", "words"),
    [(twice, "1 came twice"), (never, "did not end within 0.01 s"), (raises, "raised ZeroDivisionError: crumbs")],
)
async def test_a_driver_that_does_not_hold_is_caught(run, words):
    sound, broken = await outcomes_of(well, run, row_s=0.01)
    assert not sound.violation
    assert broken.violation == words


async def test_a_row_that_fails_does_not_keep_the_next_from_running():
    assert [bool(outcome.violation) for outcome in await outcomes_of(raises, twice, well)] == [True, True, False]


async def test_what_a_protocol_cannot_have_is_told_with_its_reason():
    (outcome,) = [each async for each in drill_rows("toaster", [exempt("usual", "wrong_checksum", "bread has none")])]
    assert (outcome.seen, outcome.note, outcome.violation) == ("exempt", "bread has none", "")


def test_a_whole_set_of_rows_lacks_nothing():
    assert missing_rows(TOASTER, [Row("usual", fault, well) for fault in COMMON]) == []


def test_a_driver_without_rows_is_a_violation_for_each_fault():
    found = missing_rows(TOASTER, ())
    assert [(each.driver, each.fault) for each in found] == [("usual", fault) for fault in COMMON]
    assert all(each.violation for each in found)


@pytest.mark.parametrize(
    "odd",
    [Row("gone", "normal", well), Row("usual", "normal", well), exempt("usual", "burnt", "")],
    ids=["for_no_driver", "doubled", "without_a_reason"],
)
def test_odd_rows_are_a_violation(odd):
    rows = [Row("usual", fault, well) for fault in COMMON]
    assert len(missing_rows(TOASTER, [*rows, odd])) == 1


def test_a_kind_without_a_file_has_no_rows():
    assert rows_of("toaster") == ()
    assert drill.rows_of("code_scanner")
