"""Real images and what is written in them: `<stem>.<image>` with `<stem>.txt` (text) or `<stem>.bin` (bytes) beside it.

A stem with a part number ("01-03") without a text of its own is one symbol of a message that is split over several
(structured append); the text of the message ("01.txt") holds it. Folders named falsepositives… hold no code at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"}
ENCODINGS = ("utf-8", "gb18030", "shift_jis", "latin-1")
LEAST_PART = 16  # bytes; a shorter one would be found anywhere


@dataclass(frozen=True)
class Sample:
    """One image and the forms that its content may come in; no forms: no code in it."""

    name: str
    grey: np.ndarray
    forms: frozenset[bytes]
    whole: bytes = b""  # of a message that is split

    def is_exact(self, data: bytes) -> bool:
        """Whether these bytes are what is written there."""
        data = alike(data)
        return data in self.forms or (len(data) >= LEAST_PART and data in self.whole)


@dataclass(frozen=True)
class SampleSet:
    """A folder of images."""

    name: str
    samples: tuple[Sample, ...]
    has_codes: bool


def alike(data: bytes) -> bytes:
    """One kind of line ends, none at the end."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n")


def forms_of(text: bytes) -> frozenset[bytes]:
    """The bytes that this text (in UTF-8, or bytes that are none) may come as."""
    forms = {alike(text)}
    try:
        words = text.decode()
    except UnicodeDecodeError:
        return frozenset(forms)
    for encoding in ENCODINGS:
        try:
            forms.add(alike(words.encode(encoding)))
        except UnicodeEncodeError:
            continue
    return frozenset(forms)


def sets_in(folder: Path) -> Iterator[SampleSet]:
    """The sets in a folder of folders, in order."""
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        has_codes = not place.name.startswith("falsepositives")
        found = [_sample(path, has_codes=has_codes) for path in sorted(place.iterdir()) if path.suffix in SUFFIXES]
        samples = tuple(sample for sample in found if sample is not None)
        if samples:
            yield SampleSet(place.name, samples, has_codes)


def _sample(path: Path, *, has_codes: bool) -> Sample | None:
    """None for an image of which nobody knows what is in it."""
    grey = grey_of(path)
    if not has_codes:
        return Sample(path.name, grey, frozenset())
    for suffix in (".txt", ".bin"):
        beside = path.with_suffix(suffix)
        if beside.exists():
            return Sample(path.name, grey, forms_of(beside.read_bytes()))
    message = path.with_name(path.stem.rpartition("-")[0] + ".txt")
    return Sample(path.name, grey, frozenset(), alike(message.read_bytes())) if message.is_file() else None


def grey_of(path: Path) -> np.ndarray:
    """The picture as a person sees it on white paper, in shades of grey."""
    with Image.open(path) as image:
        if image.mode not in {"RGBA", "LA", "P", "PA"}:
            return np.asarray(image.convert("L"))
        on_white = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
        return np.asarray(on_white.convert("L"))
