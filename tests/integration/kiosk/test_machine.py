"""Which machine this is, read from files like the kernel's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.local_store.machine import fingerprint, hardware, this_machine

UUID, MAC, SERIAL = "4c4c4544-0042-3510", "00:1b:21:aa:bb:cc", "S4EVNF0M123456"


def put(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text + "\n")


def a_machine(root: Path, *, mac: str = MAC, serial: str = SERIAL) -> Path:
    put(root / "class/dmi/id", product_uuid=UUID)
    put(root / "devices/pci/net/eth0", address=mac, addr_assign_type="0")
    put(root / "devices/pci/net/eth0/device")
    put(root / "devices/pci/usb1/net/eth1", address="02:00:00:00:00:01", addr_assign_type="0")
    put(root / "devices/pci/usb1/net/eth1/device")
    put(root / "devices/virtual/net/veth0", address="5e:00:00:00:00:01", addr_assign_type="3")
    put(root / "devices/pci/nvme0n1/device", serial=serial)
    put(root / "devices/pci/usb1/sdb/device", serial="somebody's stick")
    put(root / "devices/pci/sdc/device", serial="a card that can be pulled out")
    put(root / "devices/pci/sdc", removable="1")
    for kind, entries in (
        ("class/net", ("pci/net/eth0", "pci/usb1/net/eth1", "virtual/net/veth0")),
        ("block", ("pci/nvme0n1", "pci/usb1/sdb", "pci/sdc")),
    ):
        (root / kind).mkdir(parents=True, exist_ok=True)
        for entry in entries:
            (root / kind / Path(entry).name).symlink_to(root / "devices" / entry)
    return root


def test_only_what_is_built_in_counts(tmp_path: Path) -> None:
    assert hardware(a_machine(tmp_path)) == (UUID, [MAC], [SERIAL])


def test_another_board_network_card_or_disk_is_another_machine(tmp_path: Path) -> None:
    first = fingerprint(*hardware(a_machine(tmp_path / "one")))
    assert first == fingerprint(*hardware(a_machine(tmp_path / "two")))
    others = [
        fingerprint(*hardware(a_machine(tmp_path / "three", mac="00:1b:21:aa:bb:cd"))),
        fingerprint(*hardware(a_machine(tmp_path / "four", serial="S4EVNF0M999999"))),
        fingerprint("another", [MAC], [SERIAL]),
    ]
    assert len({first, *others}) == 4
    assert len(first) == 64


@pytest.mark.parametrize("uuid", [UUID, UUID.upper(), f" {UUID} "])
def test_the_order_and_the_spelling_of_what_is_found_change_nothing(uuid: str) -> None:
    assert fingerprint(uuid, ["b", "a", ""], ["2", "1"]) == fingerprint(UUID, ["a", "b"], ["1", "2", "2"])


def test_a_machine_without_any_of_these_files_is_one_all_the_same(tmp_path: Path) -> None:
    assert hardware(tmp_path) == ("", [], [])


def test_this_machine_tells_boot_and_time() -> None:
    machine = this_machine()
    assert len(machine.boot_id) == 36
    assert machine.boottime_us() <= machine.boottime_us()
    assert machine.wall_us() > machine.boottime_us()
