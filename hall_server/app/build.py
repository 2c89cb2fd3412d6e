"""Which build a server runs: the package's version and a digest of its pages, so that open pages notice a new one."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PAGES = Path(__file__).resolve().parents[2] / "ui/web"
_DIGEST_CHARS = 12


def build_of(pages: Path = PAGES) -> str:
    """As in 0.1.0+3f2a…: the stream says it, and a board or console that was drawn by another one loads itself anew."""
    digest = hashlib.sha256()
    for path in sorted(path for path in pages.rglob("*") if path.is_file()):
        body = path.read_bytes()
        digest.update(b"%b\0%d\0%b" % (path.relative_to(pages).as_posix().encode(), len(body), body))
    return f"{_version()}+{digest.hexdigest()[:_DIGEST_CHARS]}"


def _version() -> str:
    try:
        return version("kapok")
    except PackageNotFoundError:
        return "dev"
