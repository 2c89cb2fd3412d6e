"""The machine itself: clock, disk, memory, daemons, fonts, voices, panels; what was found and what to do about it."""

from config.machine.looks import DAEMONS, Roots, look_at_machine
from config.machine.saying import exit_code, lines, rows
from config.machine.values import Level, Look, look

__all__ = ["DAEMONS", "Level", "Look", "Roots", "exit_code", "lines", "look", "look_at_machine", "rows"]
