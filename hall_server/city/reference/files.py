"""The pages' own files, read at the start and served from memory: a name that is not in the list does not exist."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "ui/web/templates"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
_SHELVES = {
    "static": ("ui/web/static", ("tokens.css", "base.css", "city*.css", "city*.js", "crest.svg")),
    "assets": ("build/assets", ("fonts/*.woff2", "icons/web/*.svg")),
}


class PageFile(NamedTuple):
    """One file as it is sent."""

    body: bytes
    media_type: str
    etag: str


def load_files() -> dict[str, PageFile]:
    """All files by their address; those that were not made yet (build/assets) are not there, pages then lack icons."""
    found = {}
    for shelf, (folder, patterns) in _SHELVES.items():
        base = ROOT / folder
        for path in (path for pattern in patterns for path in base.glob(pattern)):
            body = path.read_bytes()
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            found[f"/{shelf}/{path.relative_to(base).as_posix()}"] = PageFile(body, _TYPES[path.suffix], etag)
    return found
