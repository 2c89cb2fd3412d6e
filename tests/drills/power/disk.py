"""A disk with a volatile cache, as POSIX promises no more than: what was not synced may be gone, or there in part.

Pure: no mount, no clock, no randomness of its own. Contents and sizes of a file last from fsync of that file on, names
from fsync of their folder on; permission bits last at once. `cut` is the power going away and coming back.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.drills.power.fate import Fate

ROOT = 1


class PowerOffError(Exception):
    """The power went; nothing answers until the cut is over."""


class RefusedError(Exception):
    """The disk refuses as any would: no such name, a folder that is not empty. `code` is an errno."""

    def __init__(self, code: int) -> None:
        super().__init__(errno.errorcode[code])
        self.code = code


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at an offset. `n` counts the steps of the whole disk."""

    n: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    """A file is cut off or filled up with zeros."""

    n: int
    size: int


@dataclass(frozen=True, slots=True)
class Naming:
    """Names of one folder that come (node) or go (None), all of them or none. A move between two folders has two."""

    n: int
    names: tuple[tuple[str, int | None], ...]


@dataclass
class File:
    """`seen` is what programs read, `kept` what is safe, `waiting` leads from one to the other."""

    mode: int
    seen: bytearray = field(default_factory=bytearray)
    kept: bytearray = field(default_factory=bytearray)
    waiting: list[Write | Resize] = field(default_factory=list)

    def do(self, step: Write | Resize) -> None:
        """Programs see it at once."""
        _apply(self.seen, step)
        self.waiting.append(step)

    def sync(self) -> None:
        """All of it is safe now."""
        for step in self.waiting:
            _apply(self.kept, step)
        self.waiting.clear()


@dataclass
class Folder:
    """The same for names: name → node."""

    mode: int
    seen: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    waiting: list[Naming] = field(default_factory=list)

    def do(self, step: Naming) -> None:
        """Programs see it at once."""
        _name(self.seen, step)
        self.waiting.append(step)

    def sync(self) -> None:
        """All of it is safe now; what lies behind the names is not."""
        for step in self.waiting:
            _name(self.kept, step)
        self.waiting.clear()


@dataclass(frozen=True)
class Loss:
    """What a cut did: how many steps were waiting, how many of them survived whole or in part."""

    how: str
    waiting: int
    survived: int


Kind = TypeVar("Kind", File, Folder)


class Disk:
    """Nodes by number, as a kernel has them. Every change is a step; `power_for` says after how many it goes dark."""

    def __init__(self) -> None:
        self.nodes: dict[int, File | Folder] = {ROOT: Folder(0o755)}
        self.steps = 0
        self.dark = False
        self._last_step: int | None = None
        self._next_node = ROOT + 1

    def oldest_waiting(self) -> int:
        """The number of the first step that is not safe; of the next one when all are."""
        return min((step.n for _, step in self._waiting()), default=self.steps + 1)

    def power_for(self, steps: int) -> None:
        """The power goes at the step after so many more."""
        self._last_step = self.steps + steps

    def node(self, node: int) -> File | Folder:
        """A file or folder; reading it changes nothing."""
        if self.dark:
            raise PowerOffError
        return self.nodes[node]

    def find(self, path: str) -> int:
        """The node that a path names now; RefusedError."""
        node = ROOT
        for name in path.split("/"):
            if name:
                node = self._in(node, name)
        return node

    def folder(self, path: str) -> tuple[Folder, str]:
        """The folder of a path and the name in it; RefusedError."""
        before, _, name = path.rpartition("/")
        return self._of(Folder, self.find(before)), name

    def read(self, node: int, offset: int, size: int) -> bytes:
        """What programs see."""
        return bytes(memoryview(self._of(File, node).seen)[offset : offset + size])

    def write(self, node: int, offset: int, data: bytes) -> None:
        """Not safe yet."""
        self._of(File, node).do(Write(self._step(), offset, data))

    def resize(self, node: int, size: int) -> None:
        """Not safe yet."""
        self._of(File, node).do(Resize(self._step(), size))

    def create(self, path: str, mode: int, *, folder: bool = False) -> int:
        """A new file or folder; its name is not safe before its folder is synced."""
        where, name = self.folder(path)
        if name in where.seen:
            raise RefusedError(errno.EEXIST)
        step = self._step()
        made, self._next_node = self._next_node, self._next_node + 1
        self.nodes[made] = Folder(mode) if folder else File(mode)
        where.do(Naming(step, ((name, made),)))
        return made

    def link(self, path: str, new: str) -> None:
        """A second name."""
        node, (where, name) = self.find(path), self.folder(new)
        if name in where.seen:
            raise RefusedError(errno.EEXIST)
        where.do(Naming(self._step(), ((name, node),)))

    def unlink(self, path: str) -> None:
        """A name goes, of a file or of an empty folder; open files stay readable."""
        where, name = self.folder(path)
        node = self.nodes[self._in(self.find(path.rpartition("/")[0]), name)]
        if isinstance(node, Folder) and node.seen:
            raise RefusedError(errno.ENOTEMPTY)
        where.do(Naming(self._step(), ((name, None),)))

    def rename(self, old: str, new: str) -> None:
        """In one folder both names change together or not at all; between two, each is safe with its folder."""
        node, (left, before), (entered, after) = self.find(old), self.folder(old), self.folder(new)
        step = self._step()
        if left is entered:
            left.do(Naming(step, ((before, None), (after, node))))
        else:
            entered.do(Naming(step, ((after, node),)))
            left.do(Naming(step, ((before, None),)))

    def sync(self, node: int) -> None:
        """fsync: contents and size of a file, or the names in a folder. Never the file's own name."""
        self._step()
        self.node(node).sync()

    def cut(self, fate: Fate) -> Loss:
        """The power is back: of each step that waited, what fate keeps. Nothing is open any more."""
        waiting = sorted(self._waiting(), key=lambda one: one[1].n)
        survived = 0
        for node, step in waiting:
            survived += _survives(node, step, fate)
        for one in self.nodes.values():
            one.waiting.clear()
            one.seen = one.kept.copy()
        reached = set(self._reached(ROOT))
        self.nodes = {number: node for number, node in self.nodes.items() if number in reached}
        self.dark, self._last_step = False, None
        return Loss(fate.how, len(waiting), survived)

    def _waiting(self) -> Iterator[tuple[File | Folder, Write | Resize | Naming]]:
        for node in self.nodes.values():
            for step in node.waiting:
                yield node, step

    def _reached(self, node: int) -> Iterator[int]:
        yield node
        inside = self.nodes[node]
        if isinstance(inside, Folder):
            for one in inside.kept.values():
                yield from self._reached(one)

    def _of(self, kind: type[Kind], node: int) -> Kind:
        found = self.node(node)
        if not isinstance(found, kind):
            raise RefusedError(errno.ENOTDIR if kind is Folder else errno.EISDIR)
        return found

    def _in(self, node: int, name: str) -> int:
        found = self._of(Folder, node).seen.get(name)
        if found is None:
            raise RefusedError(errno.ENOENT)
        return found

    def _step(self) -> int:
        if self.dark or self.steps == self._last_step:
            self.dark = True
            raise PowerOffError
        self.steps += 1
        return self.steps


def _survives(node: File | Folder, step: Write | Resize | Naming, fate: Fate) -> bool:
    """Put on the safe side what fate keeps of a step; whether anything was kept."""
    if isinstance(step, Write):
        assert isinstance(node, File)
        parts = list(fate.parts(step.n, step.offset, len(step.data)))
        for begin, end in parts:
            _apply(node.kept, Write(step.n, step.offset + begin, step.data[begin:end]))
        return bool(parts)
    if not fate.keeps(step.n):
        return False
    if isinstance(step, Naming):
        assert isinstance(node, Folder)
        _name(node.kept, step)
    else:
        assert isinstance(node, File)
        _apply(node.kept, step)
    return True


def _apply(content: bytearray, step: Write | Resize) -> None:
    end = step.size if isinstance(step, Resize) else step.offset + len(step.data)
    if end > len(content):
        content.extend(bytes(end - len(content)))
    if isinstance(step, Resize):
        del content[step.size :]
    else:
        content[step.offset : end] = step.data


def _name(names: dict[str, int], step: Naming) -> None:
    for name, node in step.names:
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node
