"""A hall is opened on a disk that takes nothing more: a log without room and an unmeasured floor keep nobody out."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from tests.integration.hall_server.made import MadeHall
from tests.integration.hall_server.served import ROOT
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from pathlib import Path

# A limit on the size of files refuses a write as a full disk does, and needs nobody's leave.
_OPENS = """
import resource, sys
from pathlib import Path
from hall_server.app.stores import on_sqlite
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
stores = on_sqlite(Path(sys.argv[1]), sys.argv[3], None, threaded=None)
print(stores.reader.head())
stores.close()
"""


def opened(folder: Path, largest_file: int) -> str:
    """What a process says that opens the hall and may make no file larger than that."""
    done = subprocess.run(
        [sys.executable, "-c", _OPENS, str(folder), str(largest_file), SITE.id],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr + done.stdout.strip()


def test_a_log_without_room_is_left_away_when_the_disk_has_none(tmp_path: Path) -> None:
    made = MadeHall(tmp_path)
    made.take()
    made.close()
    said = opened(tmp_path, 1_000_000)
    assert "no room for the log" in said
    assert said.endswith("1")
    assert not (tmp_path / f"{FILE_NAME}-wal").exists()


def test_commits_go_to_the_thread_when_the_disk_takes_nothing_to_measure(tmp_path: Path) -> None:
    made = MadeHall(tmp_path)
    made.take()
    reader = SqliteReader(tmp_path / FILE_NAME, SITE.id)  # keeps log and index there, as after a kill
    said = opened(tmp_path, 0)
    assert "fsync cannot be measured" in said
    assert said.endswith("1")
    reader.close()
    made.close()
