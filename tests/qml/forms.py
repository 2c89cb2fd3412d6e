"""The forms in which every screen must hold its rules: how the panel hangs, modes that move things, the language."""

from dataclasses import dataclass

from kiosk.session.modes import Language, Mode, Modes
from kiosk.values import replace


@dataclass(frozen=True)
class Drawn:
    """One form; lengths in pixels of the 21.5-inch panel."""

    name: str
    landscape: bool
    modes: Modes

    def of(self, session):
        return replace(session, modes=self.modes, landscape=self.landscape)

    @property
    def width(self):
        return 1920 if self.landscape else 1080

    @property
    def height(self):
        return 1080 if self.landscape else 1920

    @property
    def touch_top(self):
        """1200 mm above the floor, or 1100 mm in 往下移."""
        if Mode.LOW in self.modes.on:
            return 276 if self.landscape else 912
        return 0 if self.landscape else 560

    @property
    def text_floor(self):
        return 48 if Mode.LARGE in self.modes.on else 34

    @property
    def mixed_floor(self):
        return max(36, self.text_floor)


READ_AS = {
    "plain": Modes(),
    "large": Modes(frozenset({Mode.LARGE})),
    "low": Modes(frozenset({Mode.LOW})),
    "en": Modes(language=Language.EN),
}
FORMS = [
    Drawn(f"{'lying' if landscape else 'upright'} {name}", landscape, modes)
    for landscape in (False, True)
    for name, modes in READ_AS.items()
]
