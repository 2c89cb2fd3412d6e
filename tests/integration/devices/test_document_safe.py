"""Nothing plain of a page is ever in a file: folders, open files and what scanimage could write are looked at."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from devices.document_scanner.bundle import PageBundle
from devices.document_scanner.ciphers import CIPHERS
from devices.document_scanner.driver import SaneDocumentScanner
from devices.document_scanner.emulator import NAME, DocumentScannerEmulator, Fault
from devices.document_scanner.images import page_of
from devices.document_scanner.papers import sheet
from devices.document_scanner.private import private_folder, sweep
from devices.document_scanner.process import Patience
from devices.document_scanner.safe import Safe, SafeError
from devices.values.document_scanner import PageImage, ScanOrder, Source
from tests.children import ENDS_WITH_US

MARK = b"\xff\xd8 44010619900101001X very personal"


def bytes_in(folder):
    return b"".join(path.read_bytes() for path in Path(folder).rglob("*") if path.is_file())


def open_files(pid):
    """What the process has open, as far as these are files with a content (no pipes, no devices)."""
    found = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = link.readlink()
            if target.is_absolute() and target.is_file():
                found.append(target)
        except OSError:
            continue
    return found


@pytest.mark.parametrize("cipher", CIPHERS)
def test_pages_that_do_not_fit_into_memory_are_sealed_and_gone_after_hand_over(tmp_path, cipher):
    before = set(open_files(os.getpid()))
    bundle = PageBundle(required=3, safe=Safe(tmp_path, in_memory_bytes=0, cipher=cipher))
    pages = [page_of(sheet(number), 210, 297) for number in range(1, 4)]
    for page in pages:
        bundle.append(page)
    [folder] = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600] * 3
    sealed = bytes_in(tmp_path)
    assert len(sealed) > sum(len(page.jpeg) for page in pages)
    for page in pages:
        assert page.jpeg[:64] not in sealed
        assert page.jpeg[500:564] not in sealed
    assert b"JFIF" not in sealed
    assert set(open_files(os.getpid())) <= before
    bundle.remove(2)
    assert len(list(folder.iterdir())) == 2
    bundle.append(pages[1])
    assert bundle.hand_over().count(b"JFIF") == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["discard", "expire"])
def test_nothing_is_left_when_a_visit_ends_or_is_forgotten(tmp_path, ending):
    now = [0.0]
    bundle = PageBundle(safe=Safe(tmp_path, in_memory_bytes=0), keep_s=10, clock=lambda: now[0])
    bundle.append(PageImage(MARK, 1, 1))
    assert bytes_in(tmp_path)
    assert MARK not in bytes_in(tmp_path)
    now[0] = 10
    getattr(bundle, ending)()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_sealed_page_that_was_tampered_with_or_moved_is_not_given(tmp_path, cipher):
    safe = Safe(tmp_path, in_memory_bytes=0, cipher=cipher)
    one, two = safe.put(MARK), safe.put(MARK[::-1])
    [folder] = tmp_path.iterdir()
    sealed = (folder / str(one)).read_bytes()
    (folder / str(two)).write_bytes(sealed)
    for data in (sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed[:5], b""):
        (folder / str(one)).write_bytes(data)
        with pytest.raises(SafeError, match="page_spoiled"):
            safe.get(one)
    with pytest.raises(SafeError, match="page_spoiled"):
        safe.get(two)


CRASHING = """
import os, sys
from pathlib import Path
from devices.document_scanner.safe import Safe
safe = Safe(Path(sys.argv[1]), in_memory_bytes=0)
safe.put(sys.argv[2].encode())
print("ready", flush=True)
os.kill(os.getpid(), 9)
"""


def test_what_a_crash_left_is_unreadable_and_swept_at_the_next_start(tmp_path):
    crashed = subprocess.run(
        [*ENDS_WITH_US, sys.executable, "-c", CRASHING, str(tmp_path), "very personal"],
        capture_output=True,
        check=False,
    )
    assert crashed.stdout == b"ready\n"
    assert bytes_in(tmp_path)
    assert b"very personal" not in bytes_in(tmp_path)
    mine = private_folder("pages", tmp_path)
    Safe(tmp_path)
    assert list(tmp_path.iterdir()) == [mine]


def test_only_our_own_folders_of_dead_processes_are_swept(tmp_path):
    for name in ("kapok-pages-1-0-x", "kapok-pages-nonsense", "kapok-other-999999-1-x", "kapok-pages-999999-1-x"):
        (tmp_path / name).mkdir()
    (tmp_path / "kapok-pages-999998-1-x").symlink_to(tmp_path / "kapok-other-999999-1-x")
    assert sweep("pages", tmp_path) == 2
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"kapok-pages-nonsense", "kapok-other-999999-1-x", "kapok-pages-999998-1-x"}


async def test_while_a_page_is_scanned_no_process_has_a_file_with_it_open(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    box = DocumentScannerEmulator(tmp_path / "box")
    await box.start()
    box.fail(Fault.MUTE)
    scanner = SaneDocumentScanner(
        NAME, program=str(box.program), config_folder=str(box.folder), patience=Patience(silence_s=20, stop_s=1)
    )
    await scanner.open()
    begun = asyncio.Event()

    def hear(news):
        if news.share > 0:
            begun.set()

    scan = asyncio.create_task(scanner.scan(ScanOrder(Source.FLATBED, dpi=75), hear))
    async with asyncio.timeout(30):
        await begun.wait()
    [folder] = tmp_path.glob("kapok-scan-*")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert not [path for path in folder.iterdir() if path.is_file()]
    for process in children_of(os.getpid()):
        assert not [path for path in open_files(process) if path.is_relative_to(folder) or path.stat().st_nlink == 0]
    assert b"P6" not in bytes_in(tmp_path)
    box.heal()
    async with asyncio.timeout(30):
        assert len((await scan).pages) == 1
    assert not list(tmp_path.glob("kapok-scan-*"))
    await scanner.close()
    await box.stop()


def children_of(pid):
    """All processes below this one."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found += [int(path.parent.name), *children_of(int(path.parent.name))]
    return found
