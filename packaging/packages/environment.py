"""The locked environment of one role and version, as it will stand below /opt/kapok/<role>/<version>.

The libraries are brought in once for each lock and kept in build/packages; a further version costs a copy.
"""

from __future__ import annotations

import compileall
import hashlib
import os
import py_compile
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from locked import ROOT, lock_of
from roles import PRUNED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from roles import Role

KEPT = ROOT / "build/packages"
LIBRARIES = "lib/python3.11/site-packages"
_START = """#!/opt/kapok/{role}/{version}/bin/python -I
import sys

from kapok import main

sys.exit(main(prog_name="kapok"))
"""


def libraries(role: Role) -> Path:
    """The locked libraries of a role without what is pruned; installed by hash, once for each lock."""
    lock = lock_of(role.extras, role.more)
    stamp = hashlib.sha256("\n".join((lock, *PRUNED)).encode()).hexdigest()[:16]
    made = KEPT / f"libraries-{role.name}-{stamp}"
    if made.is_dir():
        return made
    KEPT.mkdir(parents=True, exist_ok=True)
    lock_file = KEPT / f"{role.name}.lock"
    lock_file.write_text(lock, encoding="utf-8")
    half = KEPT / f"half-{role.name}"
    shutil.rmtree(half, ignore_errors=True)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--no-deps",
        "--no-compile",
    ]
    subprocess.run([*pip, "--require-hashes", "--target", str(half), "-r", str(lock_file)], check=True)
    for pattern in PRUNED:
        for path in sorted(half.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    _compiled(half)
    half.rename(made)
    return made


def lay_out(role: Role, version: str, place: Path, change: Callable[[Path], None] | None = None) -> None:
    """Fill `place` (…/opt/kapok/<role>/<version>) with interpreter, libraries, our source and the starting script.

    `change` may alter the copied source, for drills.
    """
    site = place / LIBRARIES
    site.parent.mkdir(parents=True)
    shutil.copytree(libraries(role), site, symlinks=True, copy_function=os.link)
    for path in sources(role):
        to = place / "app" / path.relative_to(ROOT)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
    if change is not None:
        change(place / "app")
    _compiled(place / "app")
    (site / "kapok.pth").write_text("../../../app\n", encoding="utf-8")
    about = site / f"kapok-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: kapok\nVersion: {version}\n", encoding="utf-8")
    (place / "requirements.lock").write_text(lock_of(role.extras, role.more), encoding="utf-8")
    (place / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n", encoding="utf-8")
    (place / "bin").mkdir()
    (place / "bin/python").symlink_to("/usr/bin/python3.11")
    start = place / "bin/kapok"
    start.write_text(_START.format(role=role.name, version=version), encoding="utf-8")
    start.chmod(0o755)


def sources(role: Role) -> Iterator[Path]:
    """The files of ours that a role carries."""
    for pattern in role.source:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
                yield path


def _compiled(folder: Path) -> None:
    """Byte code that is never checked against its source: nothing below /opt is writable, or written, at run time."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(folder, quiet=2, invalidation_mode=mode, stripdir=str(folder), prependdir="/opt/kapok")
