"""Made-up pictures of codes on phone screens and paper, one kind of trouble each, the same every time.

Rendered by its own means (`qrcode` for the modules, OpenCV for optics), so that no decoder draws its own questions.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import MODE_8BIT_BYTE, QRData

WIDTH, HEIGHT = 640, 480
TABLE = 150.0  # grey of what lies around
LETTERS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
SUPERSAMPLED = 8


@dataclass
class Dice:
    """Chance that falls the same way for the same seed."""

    one: random.Random
    many: np.random.Generator

    def grain(self, view: np.ndarray, deviation: float) -> np.ndarray:
        """Sensor noise; then a picture of bytes."""
        return np.clip(view + self.many.normal(0, deviation, view.shape), 0, 255).astype(np.uint8)


def payloads(count: int) -> list[bytes]:
    """Slip codes, addresses, Chinese in UTF-8 and in GB18030, and long ones, in turn."""
    dice = random.Random(7)
    kinds: list[Callable[[], bytes]] = [
        lambda: b"KPT1:" + bytes(dice.choice(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(28)),
        lambda: b"https://hall.invalid/q?id=%d&n=%s" % (dice.randrange(10**9), b"x" * dice.randrange(5, 60)),
        lambda: bytes(f"穗好办{dice.randrange(10**6)}号预约凭证", "utf-8"),
        lambda: f"广东省政务服务{dice.randrange(10**6)}龘".encode("gb18030"),
        lambda: bytes(dice.choice(LETTERS) for _ in range(dice.randrange(80, 250))),
    ]
    return [kinds[number % len(kinds)]() for number in range(count)]


def pictures(name: str, count: int) -> Iterator[tuple[bytes, np.ndarray]]:
    """What is in the code, and the picture: rows × columns of grey."""
    dice = Dice(random.Random(name), np.random.default_rng(len(name)))
    for payload in payloads(count):
        yield payload, (CASES | HARDER)[name](modules(payload), dice)


def modules(payload: bytes) -> np.ndarray:
    """True where it is light, without a quiet zone."""
    code = qrcode.QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data(QRData(payload, mode=MODE_8BIT_BYTE))
    code.make(fit=True)
    return ~np.array(code.get_matrix(), bool)


# --- drawing ----------------------------------------------------------------------------------------------------------


def drawn(light: np.ndarray, pixels: float, *, quiet: int = 4, dark: float = 0, bright: float = 255) -> np.ndarray:
    """The code with so many pixels a module, also 1.5, as a lens would mix them."""
    light = np.pad(light, quiet, constant_values=True)
    fine = np.where(light, bright, dark).astype(np.float32).repeat(SUPERSAMPLED, 0).repeat(SUPERSAMPLED, 1)
    side = round(light.shape[0] * pixels)
    return cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA)


def laid(
    code: np.ndarray, dice: Dice, *, width: int = WIDTH, height: int = HEIGHT, around: float = TABLE
) -> np.ndarray:
    """Somewhere in the view."""
    side = code.shape[0]
    width, height = max(width, side + 20), max(height, side + 20)
    view = np.full((height, width), around, np.float32)
    top, left = dice.one.randrange(height - side), dice.one.randrange(width - side)
    view[top : top + side, left : left + side] = code
    return view


def askew(code: np.ndarray, dice: Dice, share: float, *, around: float = TABLE) -> np.ndarray:
    """Seen from the side: each corner moved by up to `share` of the code, then turned by any angle."""
    side = code.shape[0]
    width, edge = side + 120, 60.0

    def inward() -> float:
        return dice.one.uniform(0, share) * side

    near, far = edge, edge + side
    corners = [[near + inward(), near + inward()], [far - inward(), near + inward()]]
    corners += [[far - inward(), far - inward()], [near + inward(), far - inward()]]
    square = np.array([[0, 0], [side, 0], [side, side], [0, side]], np.float32)
    tilt = cv2.getPerspectiveTransform(square, np.array(corners, np.float32))
    view = cv2.warpPerspective(code, tilt, (width, width), borderValue=around)
    turn = cv2.getRotationMatrix2D((width / 2, width / 2), dice.one.uniform(0, 360), 1)
    return cv2.warpAffine(view, turn, (width, width), borderValue=around)


def places(view: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of each pixel."""
    rows, columns = np.mgrid[: view.shape[0], : view.shape[1]]
    return rows, columns


# --- one kind of trouble each -----------------------------------------------------------------------------------------


def inverted(light: np.ndarray, dice: Dice) -> np.ndarray:
    """A phone in dark mode."""
    return dice.grain(laid(drawn(light, 4, dark=230, bright=20), dice, around=20), 4)


def tilted(light: np.ndarray, dice: Dice, share: float = 0.15) -> np.ndarray:
    return dice.grain(askew(drawn(light, 5), dice, share), 4)


def dim(light: np.ndarray, dice: Dice) -> np.ndarray:
    """Fifteen shades between dark and light."""
    return dice.grain(laid(drawn(light, 4, dark=12, bright=27), dice, around=15), 2)


def glare(light: np.ndarray, dice: Dice) -> np.ndarray:
    """A lamp mirrored in the glass."""
    view = laid(drawn(light, 5), dice)
    rows, columns = places(view)
    row, column = (dice.one.uniform(0.2, 0.8) * side for side in view.shape)
    lamp = 170 * np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / (2 * 90**2))
    return dice.grain(view * 0.6 + 30 + lamp, 4)


def moire(light: np.ndarray, dice: Dice) -> np.ndarray:
    """The screen's own grid beating with the sensor's."""
    view = laid(drawn(light, 5), dice)
    rows, columns = places(view)
    turn, pitch = dice.one.uniform(0, np.pi), dice.one.uniform(0.7, 1.4)
    waves = 45 * np.sin(pitch * (columns * np.cos(turn) + rows * np.sin(turn))) + 30 * np.sin(2.9 * columns)
    return dice.grain(view * 0.7 + 35 + waves, 8)


def no_quiet_zone(light: np.ndarray, dice: Dice) -> np.ndarray:
    """Dark up to the modules."""
    return dice.grain(laid(drawn(light, 5, quiet=0, dark=25, bright=235), dice, around=25), 4)


def small(light: np.ndarray, dice: Dice, pixels: float = 1.5) -> np.ndarray:
    return dice.grain(laid(drawn(light, pixels), dice, width=320, height=240), 3)


def blurred(light: np.ndarray, dice: Dice, deviation: float = 2.0) -> np.ndarray:
    """Out of focus; `deviation` in pixels, five to a module."""
    return dice.grain(cv2.GaussianBlur(laid(drawn(light, 5), dice), (0, 0), deviation), 3)


def full_hd(light: np.ndarray, dice: Dice) -> np.ndarray:
    """A whole frame of 1080 lines with a page of letters around the code, darker to one side."""
    view = laid(drawn(light, dice.one.uniform(3, 8)), dice, width=1920, height=1080)
    letters = np.zeros(view.shape, np.uint8)
    for _ in range(40):
        at = (dice.one.randrange(1920), dice.one.randrange(1080))
        cv2.putText(letters, "Kapok 1234", at, 0, dice.one.uniform(0.5, 2), 255, 2)
    view = np.where((letters > 0) & (view == TABLE), 40, view)
    return dice.grain(view * np.linspace(0.6, 1, view.shape[1]), 5)


def askew_without_quiet_zone(light: np.ndarray, dice: Dice) -> np.ndarray:
    return dice.grain(askew(drawn(light, 5, quiet=0, dark=25, bright=235), dice, 0.12, around=25), 4)


def noisy(light: np.ndarray, dice: Dice) -> np.ndarray:
    """A camera in the dark with its gain turned up."""
    return dice.grain(laid(drawn(light, 5, dark=70, bright=180), dice), 45)


def dotted(light: np.ndarray, dice: Dice) -> np.ndarray:
    """Modules drawn as dots that do not touch."""
    pitch = 12
    sheet = np.full((light.shape[0] * pitch, light.shape[1] * pitch), 255, np.float32)
    for row, column in np.argwhere(~light).tolist():
        cv2.circle(sheet, (column * pitch + 6, row * pitch + 6), 5, 0, -1)
    code = cv2.resize(sheet, (light.shape[1] * 5, light.shape[0] * 5), interpolation=cv2.INTER_AREA)
    return dice.grain(laid(np.pad(code, 20, constant_values=255), dice), 4)


def moved(light: np.ndarray, dice: Dice, pixels: int = 7) -> np.ndarray:
    """Held by a hand that moves by so many pixels while the picture is taken, five to a module."""
    path = np.zeros((pixels, pixels), np.float32)
    path[pixels // 2] = 1
    turn = cv2.getRotationMatrix2D((pixels / 2 - 0.5, pixels / 2 - 0.5), dice.one.uniform(0, 180), 1)
    path = cv2.warpAffine(path, turn, (pixels, pixels))
    return dice.grain(cv2.filter2D(laid(drawn(light, 5), dice), -1, path / path.sum()), 3)


def half_in_shadow(light: np.ndarray, dice: Dice) -> np.ndarray:
    """A hard edge of shadow across the code."""
    view = laid(drawn(light, 4), dice)
    rows, columns = places(view)
    lit = columns + rows * dice.one.uniform(-1, 1) > view.shape[1] * dice.one.uniform(0.3, 0.7)
    return dice.grain(view * np.where(lit, 1, 0.25), 4)


Case = Callable[[np.ndarray, Dice], np.ndarray]

CASES: dict[str, Case] = {
    "inverted": inverted,
    "tilted": tilted,
    "dim": dim,
    "glare": glare,
    "moire": moire,
    "no_quiet_zone": no_quiet_zone,
    "1.5_px_a_module": small,
    "blur_2_px": blurred,
    "1080p_frame": full_hd,
}
"""What the pipeline has to read."""

HARDER: dict[str, Case] = {
    "tilted_more": partial(tilted, share=0.28),
    "no_quiet_zone_tilted": askew_without_quiet_zone,
    "1.3_px_a_module": partial(small, pixels=1.3),
    "blur_3_px": partial(blurred, deviation=3.0),
    "moved_9_px": partial(moved, pixels=9),
    "noisy": noisy,
    "dotted": dotted,
    "half_in_shadow": half_in_shadow,
}
"""What shows where it ends."""
