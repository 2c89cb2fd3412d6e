"""What Kapok stands on: locked with hashes, from nowhere in particular, and free of GPL-only libraries."""

import importlib.metadata
import json
import re

from tests.house_rules.sources import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
NAMES = re.findall(r"^([A-Za-z0-9_.-]+)==", LOCK, re.MULTILINE)
GPL = re.compile(r"(?<!L)GPL|GNU General Public|AGPL|Affero", re.IGNORECASE)
CHOICE = re.compile(r"LGPL|Lesser|\bOR\b|\bor\b|MIT|BSD|Apache", re.IGNORECASE)


def test_every_locked_package_carries_hashes():
    assert len(NAMES) > 30
    for block in re.split(r"\n(?=[A-Za-z0-9_.-]+==)", LOCK):
        if "==" in block:
            assert "--hash=sha256:" in block, block.splitlines()[0]


def test_lock_files_name_no_address():
    assert "://" not in LOCK
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert fetched
    for name, entry in fetched.items():
        assert "resolved" not in entry, name
        assert entry["integrity"].startswith("sha512-"), name


def test_qt_is_pinned_to_the_version_that_does_not_drop_references():
    assert re.search(r"^pyside6-essentials==6\.11\.3", LOCK, re.MULTILINE)
    assert "pyside6-addons" not in LOCK.lower()


def _licence(name: str) -> str:
    metadata = importlib.metadata.metadata(name)
    classifiers = " ".join(c for c in metadata.get_all("Classifier") or () if c.startswith("License"))
    return " ".join(
        filter(None, (metadata.get("License-Expression"), classifiers, (metadata.get("License") or "")[:200]))
    )


def test_no_locked_library_is_gpl_only():
    offending = {}
    for name in NAMES:
        licence = _licence(name)
        if GPL.search(licence) and not CHOICE.search(licence):
            offending[name] = licence
    assert not offending, f"GPL-only: {offending}"
