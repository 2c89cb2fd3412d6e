"""The disk that forgets: what is synced lasts, what is not may be lost, kept out of order or torn at sectors."""

from __future__ import annotations

import errno

import pytest

from tests.drills.power.disk import ROOT, Disk, File, Folder, Loss, PowerOffError, RefusedError
from tests.drills.power.fate import SECTOR, Fate, How


class Chosen(Fate):
    """A fate that is told which steps to keep."""

    def __init__(self, how: How, *kept: int, sectors: tuple[int, ...] = ()) -> None:
        super().__init__(0, 1, 0)
        self.how, self._kept, self._sectors = how, kept, sectors

    def keeps(self, step: int) -> bool:
        return step in self._kept

    def parts(self, step, offset, size):  # type: ignore[no-untyped-def]  # as its parent's
        if self._sectors and step in self._kept:
            return ((begin * SECTOR, (begin + 1) * SECTOR) for begin in self._sectors)
        return super().parts(step, offset, size)


NOTHING = Chosen(How.DROPPED)


def content(disk: Disk, path: str) -> bytes:
    node = disk.nodes[disk.find(path)]
    assert isinstance(node, File)
    return bytes(node.seen)


def names(disk: Disk, path: str = "/") -> set[str]:
    node = disk.nodes[disk.find(path)]
    assert isinstance(node, Folder)
    return set(node.seen)


def kept_file(disk: Disk, path: str, data: bytes = b"") -> int:
    """A file that is safe with its name."""
    node = disk.create(path, 0o600)
    disk.write(node, 0, data)
    disk.sync(node)
    disk.sync(ROOT)
    return node


def test_what_was_written_is_read_at_once_and_gone_after_a_cut() -> None:
    disk = Disk()
    node = kept_file(disk, "/a", b"old")
    disk.write(node, 0, b"new and longer")
    assert content(disk, "/a") == b"new and longer"
    assert disk.cut(NOTHING) == Loss("dropped", 1, 0)
    assert content(disk, "/a") == b"old"


def test_a_synced_file_without_its_synced_folder_has_no_name_after_a_cut() -> None:
    disk = Disk()
    node = disk.create("/a", 0o600)
    disk.write(node, 0, b"x")
    disk.sync(node)
    disk.cut(NOTHING)
    assert names(disk) == set()


def test_a_synced_name_of_a_file_that_was_not_synced_is_an_empty_file_after_a_cut() -> None:
    disk = Disk()
    disk.write(disk.create("/a", 0o600), 0, b"x")
    disk.sync(ROOT)
    disk.cut(NOTHING)
    assert content(disk, "/a") == b""


def test_a_folder_whose_parent_was_not_synced_takes_all_that_is_in_it_along() -> None:
    disk = Disk()
    disk.create("/hall", 0o700, folder=True)
    node = disk.create("/hall/a", 0o600)
    disk.sync(node)
    disk.sync(disk.find("/hall"))
    disk.cut(NOTHING)
    assert (names(disk), len(disk.nodes)) == (set(), 1)


def test_steps_survive_out_of_order_with_zeros_in_the_gaps() -> None:
    disk = Disk()
    node = kept_file(disk, "/a")
    first = disk.steps + 1
    disk.write(node, 0, b"lost")
    disk.write(node, 4, b"kept")
    assert disk.cut(Chosen(How.SHUFFLED, first + 1)) == Loss("shuffled", 2, 1)
    assert content(disk, "/a") == b"\0\0\0\0kept"


def test_a_write_is_torn_at_sectors_of_the_disk() -> None:
    disk = Disk()
    node = kept_file(disk, "/a", b"o" * 3 * SECTOR)
    disk.write(node, 0, b"n" * 3 * SECTOR)
    disk.cut(Chosen(How.TORN, disk.steps, sectors=(1,)))
    assert content(disk, "/a") == b"o" * SECTOR + b"n" * SECTOR + b"o" * SECTOR


@pytest.mark.parametrize("kept", [True, False])
def test_a_file_that_is_cut_off_is_so_after_a_cut_or_not_at_all(kept: bool) -> None:
    disk = Disk()
    disk.resize(kept_file(disk, "/a", b"0123"), 1)
    disk.cut(Chosen(How.SHUFFLED, *([disk.steps] if kept else [])))
    assert content(disk, "/a") == (b"0" if kept else b"0123")


@pytest.mark.parametrize("kept", [True, False])
def test_a_move_within_a_folder_happens_whole_or_not(kept: bool) -> None:
    disk = Disk()
    kept_file(disk, "/a", b"new")
    kept_file(disk, "/b", b"old")
    disk.rename("/a", "/b")
    disk.cut(Chosen(How.SHUFFLED, *([disk.steps] if kept else [])))
    assert names(disk) == ({"b"} if kept else {"a", "b"})
    assert content(disk, "/b") == (b"new" if kept else b"old")


def test_a_move_between_folders_is_safe_with_the_folder_that_was_synced() -> None:
    disk = Disk()
    disk.create("/to", 0o700, folder=True)
    kept_file(disk, "/a", b"x")
    disk.rename("/a", "/to/a")
    disk.sync(disk.find("/to"))
    disk.cut(NOTHING)
    assert (names(disk), names(disk, "/to")) == ({"a", "to"}, {"a"})


def test_a_removed_file_comes_back_when_its_folder_was_not_synced() -> None:
    disk = Disk()
    kept_file(disk, "/a", b"x")
    disk.unlink("/a")
    assert names(disk) == set()
    disk.cut(NOTHING)
    assert content(disk, "/a") == b"x"


def test_a_file_that_is_open_stays_readable_without_a_name() -> None:
    disk = Disk()
    node = kept_file(disk, "/a", b"x")
    disk.unlink("/a")
    assert disk.read(node, 0, 9) == b"x"


def test_a_second_name_is_the_same_file() -> None:
    disk = Disk()
    kept_file(disk, "/a", b"x")
    disk.link("/a", "/b")
    assert disk.find("/a") == disk.find("/b")


def test_nothing_answers_from_the_chosen_step_on_until_the_cut() -> None:
    disk = Disk()
    node = kept_file(disk, "/a", b"x")
    disk.power_for(1)
    disk.write(node, 0, b"y")
    for ask in (lambda: disk.sync(node), lambda: disk.read(node, 0, 1), lambda: disk.node(node)):
        with pytest.raises(PowerOffError):
            ask()
    disk.cut(NOTHING)
    assert content(disk, "/a") == b"x"


@pytest.mark.parametrize(
    ("do", "code"),
    [
        (lambda disk: disk.find("/b"), errno.ENOENT),
        (lambda disk: disk.find("/a/b"), errno.ENOTDIR),
        (lambda disk: disk.create("/a", 0o600), errno.EEXIST),
        (lambda disk: disk.link("/a", "/a"), errno.EEXIST),
        (lambda disk: disk.unlink("/full"), errno.ENOTEMPTY),
        (lambda disk: disk.write(ROOT, 0, b"x"), errno.EISDIR),
    ],
)
def test_what_no_disk_would_do_is_refused_and_no_step(do, code: int) -> None:  # type: ignore[no-untyped-def]  # a lambda
    disk = Disk()
    kept_file(disk, "/a")
    disk.create("/full", 0o700, folder=True)
    disk.create("/full/x", 0o600)
    steps = disk.steps
    with pytest.raises(RefusedError) as refused:
        do(disk)
    assert (refused.value.code, disk.steps) == (code, steps)


def test_the_oldest_step_that_waits_is_known() -> None:
    disk = Disk()
    node = kept_file(disk, "/a")
    assert disk.oldest_waiting() == disk.steps + 1
    disk.write(node, 0, b"x")
    oldest = disk.steps
    disk.write(node, 0, b"y")
    assert disk.oldest_waiting() == oldest
