"""The table of complaints that a site file names: read, or refused with file, key and what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.errors import ConfigError
from config.site import load_site
from hall_server.app.complaint_file import complaint_categories
from hall_server.app.site_file import hall_site
from hall_server.domain.city.voices import CATEGORIES
from tests.integration.hall_server.served import SITE_FILE

if TYPE_CHECKING:
    from pathlib import Path

TABLE = '[[category]]\ncode = "01.02"\nname = "办事效率"\n'


def site_file(folder: Path, named: str) -> Path:
    text = SITE_FILE.read_text(encoding="utf-8").replace("[hall]\n", f'[hall]\ncomplaint_categories = "{named}"\n', 1)
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_cl_f16_the_table_that_a_site_file_names_is_the_hall_s(tmp_path: Path) -> None:
    (tmp_path / "complaints.toml").write_text(TABLE, encoding="utf-8")
    site = load_site(site_file(tmp_path, "complaints.toml"))
    assert [(one.code, one.name) for one in hall_site(site).complaint_categories] == [("01.02", "办事效率")]


def test_a_site_file_that_names_none_has_the_usual_one() -> None:
    assert hall_site(load_site(SITE_FILE)).complaint_categories == CATEGORIES


@pytest.mark.parametrize(
    "table", [None, b"", b"[[category]]\n", TABLE.encode() * 2, b"\xff", b"x" * 70_000], ids=range(6)
)
def test_a_table_that_is_none_is_refused_with_the_key(tmp_path: Path, table: bytes | None) -> None:
    path = tmp_path / "complaints.toml"
    if table is not None:
        path.write_bytes(table)
    with pytest.raises(ConfigError, match=r"hall\.complaint_categories"):
        complaint_categories(str(path), "site.toml")


def test_a_path_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"hall\.complaint_categories"):
        load_site(site_file(tmp_path, "a\\u0000b"))
