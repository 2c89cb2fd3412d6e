"""What is kept of a hall before a version changes its tables, how one goes back to it, and the backups of every day."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gate import Role

BACKUPS = Path("/var/backups/kapok")
ROOT = Path("/opt/kapok")


class KeepingError(Exception):
    """A backup, a migration or the way back did not work, in one sentence."""


@dataclass(frozen=True)
class Kept:
    """The hall as it was with its service stopped: a backup, its newest event, and, of SQLite, the files themselves."""

    backup: Path
    n: int
    files: Path | None
    tables: tuple[str, str] = ("", "")  # before and after the migration

    @property
    def migrated(self) -> bool:
        return self.tables[0] != self.tables[1]


def program(
    role: str, version: str, *words: str, user: str = "", told: dict[str, str] | None = None
) -> dict[str, object]:
    """Run a command of one version with --json, as the service's user; its answer. Raises KeepingError, OSError."""
    command = [str(ROOT / role / version / "bin/kapok"), *words, "--json"]
    if user and os.geteuid() != pwd.getpwnam(user).pw_uid:
        command = ["runuser", "-u", user, "--", *command]
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", **(told or {})}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd="/", check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise KeepingError(f"`kapok {' '.join(words[:2])}` of {version}: {said[-1] if said else done.returncode}")
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def keep(role: Role, at_work: str) -> Kept:
    """Back the stopped hall up with the version that served it."""
    told = _database(role)
    backup = BACKUPS / f"before-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.zip"
    made = program(
        "hall", at_work, "db", "backup", "--data", role.data, "--out", str(backup), user=role.user, told=told
    )
    files = None
    if not told:
        files = Path(role.data).with_name("hall-before")
        shutil.rmtree(files, ignore_errors=True)
        _copy(Path(role.data), files)
    return Kept(backup, int(str(made["n"])), files)


def migrate(role: Role, version: str, kept: Kept) -> Kept:
    """Bring the tables up to `version`."""
    told = _database(role)
    done = program("hall", version, "db", "migrate", "--data", role.data, user=role.user, told=told)
    return Kept(kept.backup, kept.n, kept.files, (str(done["before"]), str(done["after"])))


def put_back(role: Role, kept: Kept, at_work: str, bad: str, *, got: str) -> str:
    """The hall for `at_work` again, after `bad` had it; says what was done. Raises KeepingError.

    `got`: how far `bad` came: "nowhere", "started" or "served". Files of before come back only when it never served:
    a number or a lent block must not be given twice.
    """
    if not kept.migrated:
        return "the tables were not changed; nothing is lost"
    if kept.files is None:
        raise KeepingError(f"tables in PostgreSQL were changed; restore {kept.backup} into an empty database by hand")
    data = Path(role.data)
    if got == "nowhere" or (got == "started" and _events(role, bad) == kept.n):
        _replace(kept.files, data)
        return "no number was given meanwhile; the files of before are back, nothing is lost"
    aside = data.with_name(f"hall-of-{bad}")
    shutil.rmtree(aside, ignore_errors=True)
    data.rename(aside)
    data.mkdir(mode=0o700)
    _same_owner(aside, data)
    program("hall", at_work, "db", "restore", "--data", role.data, str(kept.backup), user=role.user)
    return f"numbers may have been given meanwhile: a new life with another letter begins; {aside} keeps that time"


def forget(kept: Kept) -> None:
    """The change is done; the backup stays, the copy of the files goes."""
    if kept.files is not None:
        shutil.rmtree(kept.files, ignore_errors=True)


def back_up(role: Role, at_work: str, keep_last: int) -> dict[str, object]:
    """One backup, proved by a restore into a scratch place; `keep_last` of them stay. Raises KeepingError."""
    told = _database(role)
    out = BACKUPS / f"hall-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.zip"
    made = program("hall", at_work, "db", "backup", "--data", role.data, "--out", str(out), user=role.user, told=told)
    with tempfile.TemporaryDirectory(prefix="kapok-drill-", dir="/var/tmp") as scratch:
        if os.geteuid() == 0:
            shutil.chown(scratch, role.user)
        back = program("hall", at_work, "db", "restore", "--data", f"{scratch}/hall", str(out), user=role.user)
        proof = program("hall", at_work, "db", "verify", "--data", f"{scratch}/hall", user=role.user)
    if back["n"] != made["n"]:
        raise KeepingError(f"{out} was made at event {made['n']} and comes back at event {back['n']}")
    old = sorted(BACKUPS.glob("hall-*.zip"))[: -max(1, keep_last)]
    for file in old:
        file.unlink()
    proved = {"events": proof["events"], "tickets": proof["tickets"]}
    return {"file": str(out), "n": made["n"], "bytes": out.stat().st_size, "restored": proved, "removed": len(old)}


def _database(role: Role) -> dict[str, str]:
    return {key: value for key, value in role.told().items() if key == "KAPOK_DATABASE"}


def _events(role: Role, version: str) -> int | None:
    """The newest event as `version` sees it; None when it cannot tell."""
    try:
        out = BACKUPS / f"after-{version}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.zip"
        made = program("hall", version, "db", "backup", "--data", role.data, "--out", str(out), user=role.user)
    except (KeepingError, ValueError):
        return None
    return int(str(made["n"]))


def _copy(source: Path, to: Path) -> None:
    shutil.copytree(source, to, symlinks=True)
    for one in (source, *source.rglob("*")):
        _same_owner(one, to / one.relative_to(source))


def _replace(source: Path, data: Path) -> None:
    aside = data.with_name("hall-put-aside")
    shutil.rmtree(aside, ignore_errors=True)
    data.rename(aside)
    _copy(source, data)
    shutil.rmtree(aside)


def _same_owner(one: Path, other: Path) -> None:
    about = one.lstat()
    os.chown(other, about.st_uid, about.st_gid, follow_symlinks=False)
    if not one.is_symlink():
        other.chmod(about.st_mode & 0o7777)
