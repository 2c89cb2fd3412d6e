"""What a program tells systemd, when that started it."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import pytest

from config.service import Systemd, systemd_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(2)
        yield listening


def test_a_service_is_ready_once_then_alive_then_leaves(ear: socket.socket) -> None:
    systemd = Systemd(ear.getsockname(), patience_s=30)
    systemd.beat()
    systemd.beat()
    systemd.leaving()
    assert [ear.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]
    assert systemd.beat_s <= 30 / 2, "systemd asks for a beat in half the time at the latest"


async def test_it_beats_until_it_is_told_to_stop_and_not_at_all_where_nobody_listens(ear: socket.socket) -> None:
    beating = asyncio.create_task(Systemd(str(ear.getsockname()), 0.03).beats())
    heard = [await asyncio.to_thread(ear.recv, 64) for _ in range(3)]
    beating.cancel()
    assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
    await Systemd().beats()


def test_a_socket_without_a_file_is_heard_too() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("\0kapok-test-of-notify")
        listening.settimeout(2)
        Systemd("@kapok-test-of-notify").beat()
        assert listening.recv(64) == b"READY=1"


def test_no_child_of_a_service_can_speak_for_it(ear: socket.socket) -> None:
    told = {"NOTIFY_SOCKET": ear.getsockname(), "WATCHDOG_USEC": "9000000", "WATCHDOG_PID": "1", "LANG": "C"}
    systemd = systemd_here(told)
    assert told == {"LANG": "C"}
    assert systemd.listens
    assert systemd.beat_s == 3


def test_without_systemd_or_with_one_that_is_gone_nothing_happens(tmp_path: Path) -> None:
    alone = systemd_here({})
    assert not alone.listens
    alone.beat()
    Systemd(str(tmp_path / "gone")).beat()
    assert systemd_here({"WATCHDOG_USEC": "soon"}).beat_s > 0
