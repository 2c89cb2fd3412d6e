"""The switch of the faults, for the page and for tests."""

from __future__ import annotations

from typing import Any

from litestar import Request, get, put

from hall_server.city.reference.faults import Faults, FaultSwitch
from hall_server.city.reference.problems import body_as


@get("/faults", sync_to_thread=False)
def which(switch: FaultSwitch) -> Faults:
    """What is switched on."""
    return switch.now


@put("/faults")
async def turn(request: Request[Any, Any, Any], switch: FaultSwitch) -> Faults:
    """Exactly these from now on; what is not named is off."""
    switch.turn(await body_as(request, Faults))
    return switch.now


FAULT_ROUTES = (which, turn)
