"""The copyright file of a package: what is carried in it, in which version, under which licence."""

from __future__ import annotations

from importlib.metadata import metadata

_HEAD = """Kapok 木棉: the software of a government service hall.

Carried along in this package, unchanged, as locked by hash in requirements.lock (Qt without its GPL-only modules):
"""


def licence_of(name: str) -> str:
    """What a distribution says of itself, in one line."""
    told = metadata(name)
    classifiers = [
        one.rpartition("::")[2].strip() for one in told.get_all("Classifier") or () if one.startswith("License")
    ]
    said = (
        told.get("License-Expression")
        or "; ".join(classifiers)
        or (told.get("License") or "").strip().partition("\n")[0]
    )
    return said[:100] or "see its own files"


def copyright_of(names: frozenset[str]) -> str:
    """The file; `names` are locked distributions."""
    rows = [f"  {name} {metadata(name)['Version']}: {licence_of(name)}" for name in sorted(names)]
    return "\n".join((_HEAD if rows else _HEAD.partition("\n\n")[0], *rows)).rstrip() + "\n"
