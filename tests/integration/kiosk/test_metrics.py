"""What a collector on the kiosk's own machine reads; nobody else reaches it."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import requests
from prometheus_client.parser import text_string_to_metric_families

from kiosk.metrics import KioskMetrics
from tests.house_rules.sources import ROOT
from tests.integration.kiosk.programs import RealHall, RealKiosk

if TYPE_CHECKING:
    from pathlib import Path


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


async def asked(port: int, path: str) -> requests.Response:
    return await asyncio.to_thread(requests.get, f"http://127.0.0.1:{port}/{path}", timeout=10)


async def test_a_kiosk_tells_how_it_stands_with_its_hall(tmp_path: Path) -> None:
    port = free_port()
    async with RealHall(tmp_path) as hall, RealKiosk(hall, tmp_path, {}, metrics_port=port) as kiosk:
        await kiosk.home(printer=False)
        answer = await asked(port, "metrics")
        told = {one.name: one for family in text_string_to_metric_families(answer.text) for one in family.samples}
        assert told["kapok_kiosk_info"].labels == {"kiosk": "K1"}
        assert told["kapok_kiosk_hall_answers"].value == 1
        assert told["kapok_kiosk_outbox"].value == 0
        assert told["process_resident_memory_bytes"].value > 1e6
        health = await asked(port, "health")
        assert (health.status_code, health.json()["well"]) == (200, True)
        assert (await asked(port, "")).status_code == 404
        page = (ROOT / "docs/observability.md").read_text(encoding="utf-8")
        for family in KioskMetrics("K1", tmp_path / "state/kiosk-K1.db").collect():
            assert f"`{family.name}" in page, f"docs/observability.md lacks {family.name}"


async def test_a_port_that_is_taken_stops_nobody(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with RealHall(tmp_path) as hall, RealKiosk(hall, tmp_path, {}, metrics_port=port) as kiosk:
            await kiosk.home(printer=False)
            assert any(f"no metrics on port {port}" in line for line in kiosk.lines)
