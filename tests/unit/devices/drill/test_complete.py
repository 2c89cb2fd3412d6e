"""No row of the drill may be missing for a driver that ships."""

import pytest

from devices import registry
from devices.drill import COMMON, missing_rows, rows_of

KINDS = registry.known()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_driver_of_the_table_has_all_its_rows(kind):
    assert missing_rows(kind, rows_of(kind.name)) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_driver_is_excused_from_working_and_from_being_unplugged(kind):
    for driver in kind.drivers:
        excused = [row.fault for row in rows_of(kind.name) if row.driver == driver and row.run is None]
        assert not {"normal", "unplug_replug"} & set(excused), f"{kind.name}.{driver}: {excused}"


def test_a_row_that_is_taken_away_is_missed():
    kind = registry.kind_of("code_scanner")
    rows = [row for row in rows_of(kind.name) if (row.driver, row.fault) != ("serial", "noise")]
    assert [(each.driver, each.fault) for each in missing_rows(kind, rows)] == [("serial", "noise")]
    assert "noise" in COMMON
