"""`make packages`: the Debian packages of Kapok in out/packages, from packaging/debian and the environments of roles.

    make_packages.py [--version 0.1.0] [--out FOLDER] [--quick] [NAME ...]

The same commit makes the same bytes. --quick does not squeeze (for drills). NAMEs choose some: kapok-base image-hall.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from environment import lay_out
from licences import copyright_of
from locked import ROOT, closure
from roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable

DEBIAN = ROOT / "packaging/debian"
MAINTAINER = "Kapok <kapok@localhost>"
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")
PLAIN = tuple(sorted(path.name for path in DEBIAN.glob("kapok-*")))
IMAGES = tuple(f"image-{role}" for role in sorted(ROLES))


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser("make_packages")
    parser.add_argument("--version", default=project_version())
    parser.add_argument("--out", type=Path, default=ROOT / "out/packages")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("names", nargs="*")
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    os.environ["SOURCE_DATE_EPOCH"] = epoch()
    for name in told.names or (*PLAIN, *IMAGES):
        began = time.monotonic()
        made = build(name, told.version, told.out, quick=told.quick)
        print(f"{made.name:<34} {made.stat().st_size / 1e6:8.1f} MB {time.monotonic() - began:6.1f} s", flush=True)
    return 0


def project_version() -> str:
    """The version of pyproject.toml."""
    found: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return found


def epoch() -> str:
    """When this commit was made; all times in the packages."""
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def build(
    name: str, version: str, out: Path, *, quick: bool = False, change: Callable[[Path], None] | None = None
) -> Path:
    """One package; `image-<role>` is the program of a role, whose source `change` may alter."""
    kept = ROOT / "build/packages"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="stage-", dir=kept) as folder:
        stage = Path(folder) / "root"
        stage.mkdir()
        fields = {"VERSION": version, "MAINTAINER": MAINTAINER}
        if name.startswith("image-"):
            role = ROLES[name.removeprefix("image-")]
            lay_out(role, version, stage / f"opt/kapok/{role.name}/{version}", change)
            fields |= {"ROLE": role.name, "DEPENDS": ", ".join(role.depends)}
            names = closure(role.extras, role.more)
            about, package = DEBIAN / "image", f"kapok-{role.name}-{version}"
        else:
            about, package, names = DEBIAN / name, name, frozenset()
            for source, to, mode in installed(name):
                put(ROOT / source, stage / to.lstrip("/"), mode)
        put_text(stage / f"usr/share/doc/{package}/copyright", copyright_of(names))
        for page in ("docs/install.md",) if name in {"kapok-hall", "kapok-kiosk", "kapok-board"} else ():
            put(ROOT / page, stage / f"usr/share/doc/{package}/install.md", 0o644)
        fields["SIZE"] = str(sum(path.lstat().st_size for path in stage.rglob("*") if path.is_file()) // 1024)
        control(about, stage / "DEBIAN", fields)
        return packed(stage, out, quick=quick)


def installed(name: str) -> list[tuple[str, str, int]]:
    """The install list of a package: source, destination, mode."""
    lines = (DEBIAN / name / "install").read_text(encoding="utf-8").splitlines()
    words = [(*line.split(), "644")[:3] for line in lines if line.strip() and not line.startswith("#")]
    return [(source, to, int(mode, 8)) for source, to, mode in words]


def control(about: Path, to: Path, fields: dict[str, str]) -> None:
    """DEBIAN/: control, scripts and conffiles with their fields filled in."""
    to.mkdir()
    for name in ("control", "conffiles", *SCRIPTS):
        if (about / name).is_file():
            text = (about / name).read_text(encoding="utf-8")
            for field, value in fields.items():
                text = text.replace(f"@{field}@", value)
            put_text(to / name, text, 0o755 if name in SCRIPTS else 0o644)


def put(source: Path, to: Path, mode: int) -> None:
    """One file with its mode, in folders that everybody may read."""
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, to)
    to.chmod(mode)


def put_text(to: Path, text: str, mode: int = 0o644) -> None:
    """The same with a text."""
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8")
    to.chmod(mode)


def packed(stage: Path, out: Path, *, quick: bool) -> Path:
    """The .deb of a stage."""
    for path in (stage, *stage.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    squeeze = ["-Znone"] if quick else ["-Zxz", "-z4"]
    command = ["dpkg-deb", "--root-owner-group", *squeeze, "--build", str(stage), str(out)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    if said.returncode:
        raise SystemExit(f"dpkg-deb: {said.stderr.strip()}")
    return Path(said.stdout.rpartition("in '")[2].rstrip(".\n").removesuffix("'"))


if __name__ == "__main__":
    raise SystemExit(main())
