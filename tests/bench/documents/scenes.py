"""What a document camera sees: a page on a table, under some light, through some lens; drawn by chance from a seed.

The corners of the page are known to a fraction of a pixel: they are what the drawing was made from.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np

WIDTH, HEIGHT = 1600, 1200  # of a frame: two megapixels, the least that document cameras have
SKIN = (120, 150, 205)


@dataclass
class Pose:
    """How a page lies: its height as a share of the frame's, turned by `turn` degrees, its centre, its slant.

    `slant` moves each corner at random by up to this share of the page's height.
    """

    height: float = 0.86
    turn: float = 0.0
    centre: tuple[float, float] = (0.5, 0.5)
    slant: float = 0.0
    lean: float = 0.0  # the upper edge is shorter than the lower one by this share: seen from below

    def corners(self, sheet: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        """The four corners in the frame, from the page's own top left, clockwise."""
        high = self.height * HEIGHT
        wide = high * sheet.shape[1] / sheet.shape[0]
        square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (wide / 2, high / 2)
        square[:2, 0] *= 1 - self.lean
        square += chance.uniform(-1, 1, (4, 2)) * self.slant * high
        angle = np.deg2rad(self.turn)
        turned = square @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        return turned + np.array(self.centre) * (WIDTH, HEIGHT)


@dataclass
class Scene:
    """A frame under construction: `canvas` in linear steps of 0 to 255 as float32, `corners` of each page laid."""

    chance: np.random.Generator
    canvas: np.ndarray
    corners: list[np.ndarray] = field(default_factory=list)

    def lay(self, sheet: np.ndarray, pose: Pose, *, shadow: float = 0.35, wrinkles: float = 0.0) -> None:
        """Put a page down, with a soft shadow round it."""
        corners = pose.corners(sheet, self.chance)
        if wrinkles:
            sheet = wrinkled(sheet, self.chance, wrinkles)
        scale = np.linalg.norm(corners[3] - corners[0]) / sheet.shape[0]
        if scale < 1:  # as a lens does: what is finer than a pixel is averaged, not skipped
            sheet = cv2.resize(sheet, None, fx=scale * 1.2, fy=scale * 1.2, interpolation=cv2.INTER_AREA)
        high, wide = sheet.shape[:2]
        here = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32) - 0.5
        there = (corners - 0.5).astype(np.float32)
        matrix = cv2.getPerspectiveTransform(here, there)
        flags = {"flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_REPLICATE}
        page = cv2.warpPerspective(sheet, matrix, (WIDTH, HEIGHT), **flags).astype(np.float32)
        mask = filled(corners)
        dark = cv2.GaussianBlur(np.roll(mask, (7, 5), (0, 1)), (0, 0), 9)
        self.canvas *= (1 - shadow * dark)[:, :, None]
        page -= self.canvas
        page *= mask[:, :, None]
        self.canvas += page
        self.corners.append(corners)

    def light(self, low: float, high: float) -> None:
        """Uneven light: from `low` at one side of the frame to `high` at the other, darker in the corners."""
        angle = self.chance.uniform(0, 2 * np.pi)
        y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        u, v = x / WIDTH - 0.5, y / HEIGHT - 0.5
        ramp = (u * np.cos(angle) + v * np.sin(angle)) / 1.0 + 0.5
        self.canvas *= (low + (high - low) * np.clip(ramp, 0, 1) - 0.15 * (u * u + v * v))[:, :, None]

    def glare(self, share: float, strength: float, corners: np.ndarray) -> None:
        """A lamp mirrored in the page: a burnt spot with a soft edge, `share` of the page's height across."""
        inner = self.chance.uniform(0.3, 0.7, 2)
        at = (1 - inner[1]) * ((1 - inner[0]) * corners[0] + inner[0] * corners[1]) + inner[1] * (
            (1 - inner[0]) * corners[3] + inner[0] * corners[2]
        )
        size = share * np.linalg.norm(corners[3] - corners[0])
        y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        far = ((x - at[0]) / size) ** 2 + ((y - at[1]) / (size * self.chance.uniform(0.5, 1))) ** 2
        self.canvas += (strength * np.exp(-(far**2)))[:, :, None]

    def finger(self, tip: np.ndarray, frm: np.ndarray, thick: float) -> None:
        """A finger from outside the frame whose tip lies at `tip`."""
        mask = np.zeros((HEIGHT, WIDTH), np.float32)
        cv2.line(mask, tuple(int(v) for v in frm), tuple(int(v) for v in tip), 1.0, round(thick), cv2.LINE_AA)
        mask = cv2.GaussianBlur(mask, (0, 0), 1.2)
        shade = np.clip(cv2.GaussianBlur(mask, (0, 0), thick / 5) * 0.5 + 0.5, 0, 1)[:, :, None]
        self.canvas = self.canvas * (1 - mask[:, :, None]) + np.array(SKIN, np.float32) * shade * mask[:, :, None]

    def develop(self, *, gain: float = 1.0, blur: float = 0.6, move: float = 0.0, noise: float = 2.0) -> np.ndarray:
        """The frame as the camera hands it over: exposed, blurred (pixels), shaken (pixels), noisy, through JPEG."""
        picture = self.canvas * gain
        if blur:
            picture = cv2.GaussianBlur(picture, (0, 0), blur)
        if move:
            picture = cv2.filter2D(picture, -1, streak(move, self.chance.uniform(0, np.pi)))
        picture = np.minimum(picture, 255) + noise * self.chance.standard_normal(picture.shape, np.float32)
        frame = np.clip(picture, 0, 255).astype(np.uint8)
        return cv2.imdecode(cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, 85])[1], cv2.IMREAD_COLOR_BGR)


def filled(corners: np.ndarray) -> np.ndarray:
    """1 inside the corners, 0 outside, smooth at the edge."""
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    points = np.round((corners - 0.5) * 256).astype(np.int32)
    cv2.fillConvexPoly(mask, points, 255, cv2.LINE_AA, 8)
    return mask.astype(np.float32) / 255


def streak(length: float, angle: float) -> np.ndarray:
    """What a shaken camera does to a point."""
    size = int(length) | 1
    kernel = np.zeros((size + 2, size + 2), np.float32)
    middle, half = (size + 1) / 2, length / 2
    ends = [(middle + s * half * np.cos(angle), middle + s * half * np.sin(angle)) for s in (-1, 1)]
    points = [tuple(round(v * 16) for v in end) for end in ends]
    cv2.line(kernel, points[0], points[1], 1.0, 1, cv2.LINE_AA, 4)
    return kernel / kernel.sum()


def wrinkled(sheet: np.ndarray, chance: np.random.Generator, strength: float) -> np.ndarray:
    """A page that was folded and crumpled: creases and shades, the print still there."""
    high, wide = sheet.shape[:2]
    shade = cv2.resize(chance.normal(0, 1, (7, 5)).astype(np.float32), (wide, high), interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    for _ in range(5):
        angle, at = chance.uniform(0, np.pi), chance.uniform(0.2, 0.8, 2) * (wide, high)
        far = (x - at[0]) * np.cos(angle) + (y - at[1]) * np.sin(angle)
        shade += chance.choice([-1, 1]) * np.tanh(far / 40) * np.exp(-np.abs(far) / 120) * 1.2
    return np.clip(sheet * (1 + 0.06 * strength * shade)[:, :, None] - 6 * strength, 0, 255).astype(np.uint8)


def table(kind: str, chance: np.random.Generator) -> np.ndarray:
    """An empty table: dark, grey, wood, green or white."""
    base = {"dark": (45, 42, 40), "grey": (120, 122, 125), "wood": (70, 105, 150), "green": (70, 110, 60)}
    colour = np.array(base.get(kind, (222, 226, 228)), np.float32) + chance.uniform(-10, 10)
    canvas = np.empty((HEIGHT, WIDTH, 3), np.float32)
    canvas[:] = colour
    coarse = chance.normal(0, 1, (12, 16)).astype(np.float32)
    canvas += 2.5 * cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)[:, :, None]
    if kind == "wood":
        grain = cv2.resize(chance.normal(0, 1, (150, 4)).astype(np.float32), (WIDTH, HEIGHT))
        canvas *= 1 + 0.07 * grain[:, :, None]
    return canvas
