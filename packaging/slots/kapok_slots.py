"""kapok-slots: which version of a program works on this machine.

Versions stand side by side in /opt/kapok/<role>/<version>; `current` is a link that changes in one step. A version is
put to work, asked how it is, and taken back by itself when it is not well. Needs nothing of any version to do so.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NotRequired, TypedDict

import keeping
from gate import SYSTEMD_RUNS, Role, passes, start, systemctl

ROLES = Path("/usr/lib/kapok/roles")
BOOK = Path("/var/lib/kapok/slots")
DONE, WRONG, ROLLED_BACK, STUCK = 0, 2, 3, 4
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+~_-]{0,31}")
_WISH_BYTES = 64


class Book(TypedDict):
    """What is kept of a role between two calls."""

    bad: list[str]
    before: str
    last: str
    at_work: NotRequired[str]
    at: NotRequired[str]
    wrong: NotRequired[str]
    data: NotRequired[str]
    wished: NotRequired[str]
    came: NotRequired[int]


class Slots:
    """The versions of one role and the link that says which one works."""

    def __init__(self, role: Role, root: Path = keeping.ROOT, book: Path = BOOK) -> None:
        self.role, self.home, self._book = role, root / role.name, book / f"{role.name}.json"

    def there(self) -> list[str]:
        """All versions on this machine."""
        return sorted(
            path.parent.parent.name for path in self.home.glob("*/bin/kapok") if not path.parent.parent.is_symlink()
        )

    def at_work(self) -> str:
        """The version that `current` points at; empty when there is none."""
        try:
            return (self.home / "current").readlink().name
        except OSError:
            return ""

    def switch(self, version: str) -> None:
        """Point `current` at a version, whole or not at all, also when the power goes."""
        new = self.home / ".current"
        new.unlink(missing_ok=True)
        new.symlink_to(version)
        new.replace(self.home / "current")
        folder = os.open(self.home, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    def book(self) -> Book:
        """What happened last, and which versions were not well."""
        book = Book(bad=[], before="", last="")
        try:
            book.update(json.loads(self._book.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return book
        return book

    def write(self, **news: object) -> None:
        """Keep it in the book, with the time."""
        self._book.parent.mkdir(parents=True, exist_ok=True)
        new = self._book.with_suffix(".new")
        told = {**self.book(), **news, "at_work": self.at_work(), "at": datetime.now(UTC).isoformat(timespec="seconds")}
        new.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        new.replace(self._book)


def say(chinese: str, english: str) -> None:
    """One line for whoever watches, in both languages."""
    print(f"kapok-slots: {chinese} | {english}", flush=True)


def use(slots: Slots, version: str, *, again: bool = False) -> int:
    """Put a version to work: 0 it works, 2 there is none, 3 the one before works again, 4 a person is needed."""
    role, before = slots.role, slots.at_work()
    if version not in slots.there():
        say(
            f"本机没有版本 {version}",
            f"no version {version} of {role.name} here; there are: {', '.join(slots.there()) or 'none'}",
        )
        return WRONG
    if version in slots.book()["bad"] and not again:
        say(
            f"{version} 上次未通过检查，仍用 {before}",
            f"{version} was not well before; {before} stays. --again tries it once more",
        )
        return ROLLED_BACK
    if before == version:
        say(f"{version} 已在使用", f"{version} is at work already")
        return DONE
    if role.missing() or not SYSTEMD_RUNS.is_dir():
        slots.switch(version)
        slots.write(before=before, last="switched")
        waits = ", ".join(role.missing()) or "systemd"
        say(
            f"已切换到 {version}，服务尚未启动，缺少：{waits}",
            f"{version} is in place; the service still waits for: {waits}",
        )
        return DONE
    return _change(slots, before, version)


def _change(slots: Slots, before: str, version: str) -> int:
    role, kept, got = slots.role, None, "nowhere"
    say(f"{before or '无'} → {version}", f"{role.name}: from {before or 'nothing'} to {version}")
    systemctl("stop", role.unit)
    try:
        if role.data and before:
            kept = keeping.keep(role, before)
            say(f"已备份 {kept.backup}", f"backed up at event {kept.n}: {kept.backup}")
            kept = replace(kept, tables=("known", "half"))  # until the migration is through
            kept = keeping.migrate(role, version, kept)
            if kept.migrated:
                say(f"数据表 {kept.tables[0]} → {kept.tables[1]}", f"tables from {kept.tables[0]} to {kept.tables[1]}")
        slots.switch(version)
        got = "started"
        wrong = start(role)
        got = got if wrong else "served"
        wrong = wrong or passes(role, version)
    except (keeping.KeepingError, OSError, ValueError, KeyError) as error:  # whatever it is, the hall goes on
        wrong = str(error)
    if not wrong:
        if kept is not None:
            keeping.forget(kept)
        slots.write(before=before, last="well", bad=[one for one in slots.book()["bad"] if one != version])
        say(f"{version} 运行正常", f"{version} is well and at work")
        return DONE
    say(f"{version} 未通过检查：{wrong}", f"{version} is not well: {wrong}")
    return _back(slots, before, version, kept, wrong, got=got)


def _back(slots: Slots, before: str, bad: str, kept: keeping.Kept | None, wrong: str, *, got: str) -> int:
    role = slots.role
    systemctl("stop", role.unit)
    known = sorted({*slots.book()["bad"], bad})
    if not before:
        slots.write(last="not well", wrong=wrong, bad=known)
        say("没有更早的版本可退回", "there is no version before it; the service stays stopped")
        return STUCK
    try:
        said = keeping.put_back(role, kept, before, bad, got=got) if kept is not None else ""
    except (keeping.KeepingError, OSError, ValueError, KeyError) as error:
        slots.write(last="stuck", wrong=f"{wrong}; {error}", bad=known)
        say(f"无法自动退回：{error}", f"cannot go back by itself: {error}")
        return STUCK
    slots.switch(before)
    still = start(role) or passes(role, before)
    slots.write(before=bad, last="stuck" if still else "rolled back", wrong=wrong, data=said, bad=known)
    if still:
        say(f"退回 {before} 后仍不正常：{still}", f"back at {before}, and it is not well either: {still}")
        return STUCK
    say(
        f"已自动退回 {before}",
        f"rolled back to {before} by itself; {said}" if said else f"rolled back to {before} by itself",
    )
    return ROLLED_BACK


def wished(slots: Slots) -> int:
    """Put the version to work that the program left a wish for; the book keeps what came of it, and the wish goes."""
    file = Path(slots.role.wish)
    version = _wish_in(file)
    came = use(slots, version) if version else WRONG
    slots.write(wished=version, came=came)
    file.unlink(missing_ok=True)
    return came


def _wish_in(file: Path) -> str:
    """One version; empty for anything else. The file is the program's own: it may hold anything, or be a link."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as held:
            word = held.read(_WISH_BYTES).decode("ascii").strip()
    except (OSError, ValueError):
        return ""
    return word if _VERSION.fullmatch(word) else ""


def status(names: list[str], *, as_json: bool) -> int:
    """Which version works, which are there, what happened last."""
    all_slots = [Slots(role_of(name)) for name in names]
    if as_json:
        found = {one.role.name: {**one.book(), "at_work": one.at_work(), "there": one.there()} for one in all_slots}
        print(json.dumps(found, ensure_ascii=False))
        return DONE
    for one in all_slots:
        print(f"{one.role.name}: {one.at_work() or '-'}  ({', '.join(one.there()) or '-'})  {one.book()['last']}")
    return DONE


def role_of(name: str) -> Role:
    """The role's file, read."""
    told = tomllib.loads((ROLES / f"{name}.toml").read_text(encoding="utf-8"))
    return Role(name=name, **{key: tuple(value) if isinstance(value, list) else value for key, value in told.items()})


def main(words: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(
        "kapok-slots", description="本机各程序用哪个版本 | Which version works on this machine."
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    names = sorted(path.stem for path in ROLES.glob("*.toml"))
    one = verbs.add_parser("use", help="换上一个版本，不正常则自动退回 | put a version to work, or go back by itself")
    one.add_argument("role", choices=names)
    one.add_argument("version")
    one.add_argument("--again", action="store_true", help="上次未通过的版本也再试 | also one that was not well")
    back = verbs.add_parser("back", help="退回前一个版本 | the version before")
    back.add_argument("role", choices=names)
    wish = verbs.add_parser("wished", help="换上程序要的版本（大厅分批升级） | the version that the program asks for")
    wish.add_argument("role", choices=names)
    look = verbs.add_parser("status", help="现在用哪个版本 | which version works")
    look.add_argument("--json", action="store_true")
    saved = verbs.add_parser("backup", help="备份大厅并做一次恢复验证 | back the hall up and prove it by a restore")
    saved.add_argument("--keep", type=int, default=14)
    told = parser.parse_args(words)
    if told.verb == "status":
        return status(names, as_json=told.json)
    if told.verb == "backup":
        return _backup(told.keep)
    slots = Slots(role_of(told.role))
    if told.verb == "wished":
        return wished(slots)
    if told.verb == "back":
        return use(slots, slots.book()["before"], again=True)
    return use(slots, told.version, again=told.again)


def _backup(keep_last: int) -> int:
    slots = Slots(role_of("hall"))
    try:
        made = keeping.back_up(slots.role, slots.at_work(), keep_last)
    except keeping.KeepingError as error:
        say(f"备份失败：{error}", f"no backup: {error}")
        return 1
    print(json.dumps(made, ensure_ascii=False))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
