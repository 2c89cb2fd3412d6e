"""What a hall tells a collector of measurements (Prometheus): counts of the moment, nothing of a person.

Everything is read when somebody asks; no ticket is slower for it. Each metric stands in docs/observability.md.
"""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, GCCollector, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from hall_server.contract.vocabulary import CounterState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prometheus_client import Metric

    from hall_server.contract.messages import HallNow
    from hall_server.flows.hall import Hall

_US = 1_000_000


class HallMetrics(Collector):
    """The hall at the moment of asking."""

    def __init__(self, hall: Hall, folder: Path) -> None:
        self._hall = hall
        self._folder = folder

    def collect(self) -> Iterator[Metric]:
        hall, now = self._hall, self._hall.now()
        info = GaugeMetricFamily("kapok_hall_info", "The hall, its life and build", labels=["hall", "life", "build"])
        info.add_metric([now.hall, now.incarnation, hall.build], 1)
        yield info
        yield CounterMetricFamily("kapok_events", "Events of the hall, in commit order", value=now.n)
        yield GaugeMetricFamily("kapok_clock_seconds", "The hall's own time", value=now.at / _US)
        yield GaugeMetricFamily("kapok_doors_open", "1 while the doors are open", value=not now.closed_because)
        yield GaugeMetricFamily("kapok_streams", "Screens and machines that listen", value=len(hall.hub))
        yield GaugeMetricFamily("kapok_alarms", "What a technician must look at", value=len(hall.health().alarms))
        free = shutil.disk_usage(self._folder).free
        yield GaugeMetricFamily("kapok_disk_free_bytes", "Room in the hall's folder", value=free)
        yield from _queues(now)
        yield _counters(now)


def _queues(now: HallNow) -> Iterator[Metric]:
    waiting = GaugeMetricFamily("kapok_waiting", "Visitors who wait", labels=["queue"])
    counters = GaugeMetricFamily("kapok_queue_counters", "Open counters of a queue", labels=["queue"])
    wait = GaugeMetricFamily("kapok_wait_high_minutes", "Upper end of the wait that is told", labels=["queue"])
    for queue in now.queues:
        waiting.add_metric([queue.id], queue.waiting)
        counters.add_metric([queue.id], queue.open_counters)
        if queue.wait is not None:
            wait.add_metric([queue.id], queue.wait.high_min)
    yield from (waiting, counters, wait)


def _counters(now: HallNow) -> Metric:
    states = Counter(counter.state for counter in now.counters)
    told = GaugeMetricFamily("kapok_counters", "Counters by what they are doing", labels=["state"])
    for state in CounterState:
        told.add_metric([state.value], states[state])
    return told


def exposition(hall: Hall, folder: Path) -> bytes:
    """All of it in Prometheus' text format, with the process's own memory, time and files."""
    registry = CollectorRegistry()
    registry.register(HallMetrics(hall, folder))
    ProcessCollector(registry=registry)
    GCCollector(registry=registry)
    return generate_latest(registry)
