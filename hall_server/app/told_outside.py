"""Who outside the hall is told of its kiosks, as [alerts] of the site file names them; nobody, if it names none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.app.alert_post import AlertPost
from hall_server.app.security_log import SecurityLog

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from config.site.alerts import Alerts
    from hall_server.domain.records import RecordReader
    from hall_server.flows.hall import Hall


def told_outside(table: Alerts, folder: Path, hall: Hall, reader: RecordReader) -> list[Coroutine[Any, Any, None]]:
    """Each runs until cancelled."""
    found = []
    if table.webhook:
        post = AlertPost(table.webhook, hall.site.id)
        hall.fleet.alerts.tell = post.put
        found.append(post.run())
    if table.security_log:
        found.append(SecurityLog(table.security_log, folder, hall.site.id, reader).run())
    return found
