"""The pages' own files: read once at the start, served from memory under names that are known, with a digest.

A name that is not in the list does not exist, so no path can lead outside.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
}
_SHELVES = (("static", "ui/web/static", "**/*"), ("assets", "build/assets", "fonts/*.woff2"))
_MORE = (("assets", "build/assets", "icons/web/*.svg"), ("assets", "build/assets", "js/*.js"))
_A_YEAR = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, no-cache"


class StaticFile(NamedTuple):
    """One file as it is sent."""

    body: bytes
    media_type: str
    etag: str


class StaticFiles:
    """All files by "shelf/path"."""

    def __init__(self, files: dict[str, StaticFile]) -> None:
        self._files = files
        digest = hashlib.sha256()
        for name in sorted(files):
            digest.update(name.encode() + files[name].etag.encode())
        self.version = digest.hexdigest()[:12]

    @classmethod
    def load(cls, root: Path) -> StaticFiles:
        """Read the shelves below `root`; one that was not made yet (build/assets) is empty, pages then lack icons."""
        files: dict[str, StaticFile] = {}
        for shelf, folder, pattern in (*_SHELVES, *_MORE):
            base = root / folder
            for path in sorted(base.glob(pattern)):
                media_type = _TYPES.get(path.suffix)
                if media_type and path.is_file():
                    body = path.read_bytes()
                    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
                    files[f"{shelf}/{path.relative_to(base).as_posix()}"] = StaticFile(body, media_type, etag)
        return cls(files)

    def find(self, name: str) -> StaticFile | None:
        """The file "static/board.js", or None."""
        return self._files.get(name)

    def caching(self, version: str) -> str:
        """For ever when asked for by the present version, else "ask again" (modules import each other without one)."""
        return _A_YEAR if version == self.version else _ASK_AGAIN
