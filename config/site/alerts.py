"""[alerts]: who is told of what happens to kiosks without looking at a page.

No postponed annotations here: msgspec needs the table when it reads a file.
"""

from typing import Annotated

import msgspec

from config.shapes import Table

Webhook = Annotated[str, msgspec.Meta(pattern=r"^(https?://[^\s/?#@]+(/[^\s#]*)?)?\Z", max_length=300)]
Sink = Annotated[str, msgspec.Meta(pattern=r"^(syslog://[A-Za-z0-9._:\[\]-]+|[^\s:][^:\0]*)?\Z", max_length=200)]


class Alerts(Table, frozen=True):
    """[alerts]. Empty: nobody outside is told."""

    webhook: Webhook = ""  # an address that takes JSON
    paper_under: Annotated[int, msgspec.Meta(ge=0, le=5_000)] = 50  # slips
    security_log: Sink = ""  # syslog://host:514, or a path from the folder of the hall
