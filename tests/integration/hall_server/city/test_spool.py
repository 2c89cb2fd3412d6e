"""A platform that is a folder: one file a message, whole, once, its owner's alone."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from config.errors import ConfigError
from config.site import load_site
from hall_server.app.city_lines import city_lines
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.line import Where
from hall_server.city.spool import SpoolLine
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.wire import Receipt
from tests.integration.hall_server.city_halls import site_with

if TYPE_CHECKING:
    from pathlib import Path

ID = "5b9b6a0e-3c53-8e1f-9d0a-7f6d2f0c4e11"


def line_to(folder: Path, port: str = "notices") -> SpoolLine:
    site = load_site(site_with(folder, f'[city]\n[city.ports.{port}]\naddress = "file:outgoing"'))
    lines = city_lines(site)
    assert lines.names == (PortName(port),)
    line = lines.to(PortName(port))
    assert isinstance(line, SpoolLine)
    return line


def test_a_message_becomes_a_file_of_its_own_and_told_twice_it_is_the_same(tmp_path: Path) -> None:
    line = line_to(tmp_path)
    for _ in range(2):
        line.hand_over("/called", b'{"label":"A001"}', ID, "visit")
    (file,) = (tmp_path / "outgoing").iterdir()
    assert file.name == f"{ID}.json"
    told = {"id": ID, "kind": "called", "correlation": "visit", "body": {"label": "A001"}}
    assert json.loads(file.read_text(encoding="utf-8")) == told
    assert [stat.S_IMODE(one.stat().st_mode) for one in (file, file.parent)] == [0o600, 0o700]


def test_a_folder_that_cannot_be_written_or_is_full_is_a_city_that_is_away(tmp_path: Path) -> None:
    line = SpoolLine(Where(f"file:{tmp_path / 'outgoing'}", "hall"), most=1)
    (tmp_path / "outgoing").write_text("a file stands in the way", encoding="utf-8")
    with pytest.raises(CityAwayError, match="unreachable"):
        line.hand_over("/called", b"{}", ID, "")
    (tmp_path / "outgoing").unlink()
    line.hand_over("/called", b"{}", ID, "")
    with pytest.raises(CityAwayError, match="busy"):
        line.hand_over("/called", b"{}", ID.replace("5", "6"), "")
    assert len(list((tmp_path / "outgoing").iterdir())) == 1


def test_nothing_can_be_asked_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CityRefusedError, match="only_a_folder"):
        line_to(tmp_path).get("/news", Receipt)


def test_a_platform_that_is_asked_things_cannot_be_a_folder(tmp_path: Path) -> None:
    site = site_with(tmp_path, '[city]\n[city.ports.licences]\naddress = "file:outgoing"')
    with pytest.raises(ConfigError, match=r"city\.ports\.licences\.address.*only for acceptance"):
        load_site(site)
