"""The one loop: event → step → effects → events; and what carries the effects out."""

from kiosk.runner.loop import Kiosk
from kiosk.runner.parts import Parts

__all__ = ["Kiosk", "Parts"]
