"""The lamp on this kiosk: from afar one sees whether it is free, in use, in want of a person, or out of service.

Everything that it says stands on the glass as well; a colour never means anything by itself alone.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.supervisor import Supervisor, health_of
from devices.values.completion import End
from devices.values.health import Health
from devices.values.indicator import TRIAL, Colour, Light, Pattern
from kiosk.session.helping import UNDER_WAY
from kiosk.session.resting import at_rest
from kiosk.session.state import Page

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Collection

    from devices.ports.indicator import Indicator
    from devices.values.health import DeviceHealth
    from devices.values.indicator import IndicatorCapabilities
    from kiosk.session.state import Session

INDICATOR = "indicator"
LOOK_S = 5.0
TRY_LIGHT_S = 1.5
DARK_S = 1.0  # so long the last word to the lamp may take
COMES_FOR = (Colour.AMBER, Colour.RED, Colour.WHITE, Colour.BLUE)  # what a lamp of one colour calls somebody with


def light_of(session: Session, *, ill: bool) -> Light:
    """What this moment looks like from afar. `ill`: one of the boxes does not work."""
    if session.page is Page.STARTING:
        return Light()
    if session.paused or session.page is Page.OUT_OF_SERVICE:
        return Light(Colour.RED)
    if session.help is not None and session.help.step in UNDER_WAY:
        return Light(Colour.AMBER, Pattern.SLOW)
    if ill:
        return Light(Colour.AMBER)
    return Light(Colour.GREEN if at_rest(session) else Colour.BLUE)


def fitted(light: Light, lamp: IndicatorCapabilities) -> Light:
    """The nearest that this lamp can show: a call for a person in any colour but green, the rest in its own or not."""
    pattern = light.pattern if light.pattern in lamp.patterns else Pattern.STEADY
    wanted = (light.colour, *(COMES_FOR if light.colour in {Colour.AMBER, Colour.RED} else ()))
    colour = next((one for one in wanted if one in lamp.colours), Colour.DARK)
    return Light() if colour is Colour.DARK else Light(colour, pattern)


class SignalLamp:
    """Keeps the lamp alive. `box`: None where there is none; `known`: how each box of this kiosk was last."""

    def __init__(
        self,
        box: Indicator | None,
        on_health: Callable[[DeviceHealth], None],
        known: Callable[[], Collection[DeviceHealth]],
    ) -> None:
        self._known = known
        self._box: Supervisor[Indicator, DeviceHealth] | None = None
        if box is not None:
            self._box = Supervisor(INDICATOR, box, self._shining, on_health=on_health)
        self._light = Light()
        self._shown: Light | None = None  # what is wanted, and what this box was told last
        self._trial = False  # a technician looks at it
        self._news = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled; then it is dark."""
        if self._box is not None:
            await self._box.run()

    def see(self, session: Session) -> None:
        """A new moment."""
        ill = any(one.health is Health.FAULT and one.device != INDICATOR for one in self._known())
        light = light_of(session, ill=ill)
        if light != self._light:
            self._light = light
            self._news.set()

    async def try_it(self) -> str:
        """Dark, then each of its colours; "" or why it did not light up. One that never confirms is believed."""
        if self._box is None:
            return "not_fitted"
        try:
            async with self._box.use() as lamp:
                self._trial = True
                for light in _trials(lamp.capabilities):
                    ended = await lamp.show(light)
                    if ended.end is not End.DONE and lamp.capabilities.confirms:
                        return ended.reason
                    await asyncio.sleep(TRY_LIGHT_S)
        except DeviceError as error:
            return error.code
        finally:
            self._trial, self._shown = False, None
            self._news.set()
        return ""

    async def _shining(self, box: Indicator) -> AsyncGenerator[DeviceHealth, None]:
        self._shown = None
        try:
            while True:
                self._news.clear()
                light = fitted(self._light, box.capabilities)
                if light != self._shown and not self._trial:
                    ended = await box.show(light)
                    self._shown = light if ended.end is End.DONE or not box.capabilities.confirms else None
                status = await box.status()
                if status.light not in {None, self._shown}:  # an order was lost, or the lamp had its power cut
                    self._shown = None
                yield health_of(INDICATOR, status)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_S):
                        await self._news.wait()
        finally:  # a lamp that goes on shining green would say that this kiosk serves
            with contextlib.suppress(TimeoutError, DeviceError):
                async with asyncio.timeout(DARK_S):
                    await box.show(Light())


def _trials(lamp: IndicatorCapabilities) -> tuple[Light, ...]:
    colours = [colour for colour in TRIAL if colour in lamp.colours] or sorted(lamp.colours - {Colour.DARK})
    return tuple(map(Light, (Colour.DARK, *colours)))
