"""What a kiosk tells a collector on its own machine: /metrics (Prometheus) and /health, from its store.

Off unless asked for. A thread of its own reads what the kiosk has kept; the visit never waits for it. Loopback only:
whoever collects sits on this machine, or comes through a door of its own. Each metric stands in docs/observability.md.
"""

from __future__ import annotations

import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import msgspec
from prometheus_client import CollectorRegistry, GCCollector, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from kiosk.local_store import LocalStoreError
from kiosk.local_store.status import Status, status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prometheus_client import Metric

_LOOPBACK = "127.0.0.1"
_AWAY_S = 30  # without a word of the hall for so long it is away


class KioskMetrics(Collector):
    """The kiosk's store at the moment of asking."""

    def __init__(self, kiosk_id: str, store: Path) -> None:
        self._kiosk_id = kiosk_id
        self._store = store

    def collect(self) -> Iterator[Metric]:
        info = GaugeMetricFamily("kapok_kiosk_info", "The kiosk", labels=["kiosk"])
        info.add_metric([self._kiosk_id], 1)
        yield info
        found = status(self._store)
        yield GaugeMetricFamily("kapok_kiosk_hall_answers", "1 while the hall was heard lately", value=_answers(found))
        if found.last_contact_s is not None:
            yield GaugeMetricFamily(
                "kapok_kiosk_last_contact_seconds", "Since the hall was heard", found.last_contact_s
            )
        if found.clock_off_s is not None:
            yield GaugeMetricFamily("kapok_kiosk_clock_off_seconds", "Off the hall's clock", value=found.clock_off_s)
        yield GaugeMetricFamily("kapok_kiosk_outbox", "Not yet delivered to the hall", value=found.outbox_pending)
        yield GaugeMetricFamily("kapok_kiosk_refused", "Set aside by the hall", value=len(found.refused))
        yield GaugeMetricFamily("kapok_kiosk_quarantined", "1 while the hall gives it nothing", bool(found.quarantine))
        left = GaugeMetricFamily("kapok_kiosk_numbers_left", "Lent numbers left", labels=["queue"])
        for queue, many in found.leases.items():
            left.add_metric([queue], many)
        yield left


def _answers(found: Status) -> bool:
    return found.last_contact_s is not None and found.last_contact_s <= _AWAY_S


def serve_metrics(port: int, kiosk_id: str, store: Path) -> ThreadingHTTPServer:
    """Serve until the process ends, or `shutdown()`. Port 0 takes any free one. Raises OSError."""
    registry = CollectorRegistry()
    registry.register(KioskMetrics(kiosk_id, store))
    ProcessCollector(registry=registry)
    GCCollector(registry=registry)

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                self._answer(*_answer(self.path, registry, store))
            except LocalStoreError:
                self._answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/plain", b"the store cannot be read\n")

        def _answer(self, code: HTTPStatus, kind: str, body: bytes) -> None:
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Nobody reads who asked."""

    server = ThreadingHTTPServer((_LOOPBACK, port), Answering)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    return server


def _answer(path: str, registry: CollectorRegistry, store: Path) -> tuple[HTTPStatus, str, bytes]:
    if path == "/metrics":
        return HTTPStatus.OK, CONTENT_TYPE_PLAIN_0_0_4, generate_latest(registry)
    if path == "/health":
        found = status(store)
        well = not (found.quarantine or found.refused)
        body = msgspec.json.encode({"running": found.running, "hall_answers": _answers(found), "well": well})
        return (HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE), "application/json", body
    return HTTPStatus.NOT_FOUND, "text/plain", b"/metrics, /health\n"
