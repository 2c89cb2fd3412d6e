"""`make bundle`: the offline medium out/bundle/kapok-<version>: our packages, what they need of Debian, `install`.

    make_bundle.py [--packages FOLDER] [--out FOLDER] [--key ID]

--key signs with a secret key of yours; without it a key is made for your media and kept in build/bundle-key.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from repository import fill, sha256, signed

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["kapok-hall", "kapok-kiosk"]
BOARD = ["kapok-board"]
sys.path.insert(0, str(ROOT / "packaging/packages"))


def main() -> int:
    """The command line."""
    from make_packages import epoch, project_version

    parser = argparse.ArgumentParser("make_bundle")
    parser.add_argument("--packages", type=Path, default=ROOT / "out/packages")
    parser.add_argument("--out", type=Path, default=ROOT / f"out/bundle/kapok-{project_version()}")
    parser.add_argument("--key", default="")
    parser.add_argument("--without-board", action="store_true", help="no browser: smaller, for drills")
    told = parser.parse_args()
    began = time.monotonic()
    shutil.rmtree(told.out, ignore_errors=True)
    repository = told.out / "repository"

    os.environ["SOURCE_DATE_EPOCH"] = epoch()
    names = NAMES if told.without_board else [*NAMES, "nginx-light", "cups"]
    fill(repository, told.packages.resolve(), names, ROOT / "build/bundle-apt")
    if not told.without_board:  # it cannot stand beside a kiosk
        fill(repository, told.packages.resolve(), BOARD, ROOT / "build/bundle-apt")
    fingerprint = signed(repository, ROOT / "build/bundle-key", told.key, told.out / "kapok.gpg")
    shutil.copyfile(ROOT / "packaging/bundle/install", told.out / "install")
    (told.out / "install").chmod(0o755)
    shutil.copyfile(ROOT / "docs/install.md", told.out / "install.md")
    sums = [f"{sha256(path)}  {path.relative_to(told.out)}" for path in sorted(told.out.rglob("*")) if path.is_file()]
    (told.out / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in told.out.rglob("*") if path.is_file())
    count = len(list(repository.glob("*.deb")))
    print(f"{told.out}: {count} packages, {size / 1e6:.0f} MB, {time.monotonic() - began:.0f} s")
    print(f"fingerprint of its key: {fingerprint}")
    print("write it down apart from the medium: `install` asks for it")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
