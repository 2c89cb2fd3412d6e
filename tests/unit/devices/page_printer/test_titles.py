"""Titles: ours are known again, and whether their process still lives."""

import os

import pytest

from devices.page_printer.titles import STATION, Titles, machine_station


def test_a_title_of_this_process_is_ours_and_not_orphaned_and_no_two_are_alike():
    titles = Titles("hall1")
    first, second = titles.new(), Titles("hall1").new()
    assert first != second
    assert titles.mine(first)
    assert not Titles("hall2").mine(first)
    assert not titles.orphaned(first)


def test_a_title_of_another_life_of_this_process_number_is_orphaned():
    titles = Titles("hall1")
    assert titles.orphaned(f"kapok-hall1-{os.getpid()}.1-1")
    assert titles.orphaned("kapok-hall1-4194305.77-1")  # above the kernel's largest process number


@pytest.mark.parametrize(
    "title", ["", "letter.pdf", "kapok-hall2-1.1-1", "kapok-hall1-1.1", "kapok-hall1-1.1-1\n", "kapok-hall1-٣.1-1"]
)
def test_titles_of_others_are_left_alone(title):
    assert not Titles("hall1").mine(title)
    assert not Titles("hall1").orphaned(title)


def test_a_machine_has_a_name_that_does_not_say_its_id_and_copies_of_its_disk_have_others(tmp_path):
    etc, net = tmp_path / "etc", tmp_path / "net"
    (net / "eth0/device").mkdir(parents=True)
    (net / "lo").mkdir()
    etc.mkdir()
    (etc / "machine-id").write_text("0123456789abcdef0123456789abcdef\n")
    (net / "eth0/address").write_text("00:00:5e:00:53:01\n")
    name = machine_station(etc, net)
    assert STATION.match(name)
    assert name not in "0123456789abcdef" * 2
    assert machine_station(etc, net) == name
    (net / "eth0/address").write_text("00:00:5e:00:53:02\n")
    assert machine_station(etc, net) != name
    assert STATION.match(machine_station(tmp_path, tmp_path / "none"))
