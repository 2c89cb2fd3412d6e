"""The bad versions of `make drill-install` are bad: each change finds its place in today's source."""

from __future__ import annotations

import ast
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.drills.install.machine import Machine, MachineError
from tests.drills.install.versions import ROOT, VARIANTS

if TYPE_CHECKING:
    from pathlib import Path

BAD = [variant for variant in VARIANTS if variant.change is not None]


@pytest.mark.parametrize("variant", BAD, ids=lambda variant: f"{variant.role} {variant.version}")
def test_a_bad_version_differs_and_is_still_python(variant, tmp_path: Path) -> None:
    for room in ("hall_server", "kiosk"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    variant.change(tmp_path)
    changed = [
        path
        for path in tmp_path.rglob("*.py")
        if not (here := ROOT / path.relative_to(tmp_path)).exists() or here.read_bytes() != path.read_bytes()
    ]
    assert changed
    for path in changed:
        ast.parse(path.read_text(encoding="utf-8"))


def test_each_role_goes_up_well_and_up_badly() -> None:
    for role in ("hall", "kiosk"):
        assert {variant.change is None for variant in VARIANTS if variant.role == role} == {True, False}


def test_a_container_that_does_not_boot_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "systemd-nspawn"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(MachineError, match="ended before it had booted"):
        Machine(tmp_path, {}).boot()
