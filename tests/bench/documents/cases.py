"""The golden set: what the camera saw, the verdict that is right, where the page lies. All of it from (case, seed)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from devices.values.document_scanner import Verdict
from tests.bench.documents.forms import blank, form
from tests.bench.documents.scenes import HEIGHT, WIDTH, Pose, Scene, table

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = ("dark", "grey", "wood", "green")


@dataclass(frozen=True)
class Case:
    """One made picture. `corners` are the page's in pixels (the first pixel's centre is 0, 0); None: no page."""

    name: str
    seed: int
    frame: np.ndarray
    verdict: Verdict
    corners: np.ndarray | None


@dataclass(frozen=True)
class Kind:
    """How pictures of one name are made, and the verdict on all of them."""

    make: Callable[[Scene, int], dict[str, float]]
    verdict: Verdict = Verdict.GOOD
    white: bool = False


def case(name: str, seed: int) -> Case:
    """The picture of this name and seed."""
    kind = KINDS[name]
    chance = np.random.default_rng([seed, *name.encode()])
    surface = "white" if kind.white else TABLES[int(chance.integers(len(TABLES)))]
    scene = Scene(chance, table(surface, chance))
    frame = scene.develop(**kind.make(scene, seed))
    found = kind.verdict in {Verdict.GOOD, Verdict.BLUR, Verdict.GLARE, Verdict.BLANK, Verdict.SKEWED}
    return Case(name, seed, frame, kind.verdict, scene.corners[0] - 0.5 if found else None)


def some_pose(scene: Scene, *, turn: float = 8, slant: float = 0.012) -> Pose:
    """A page as somebody lays it: nearly straight, nearly in the middle."""
    chance = scene.chance
    centre = (0.5 + chance.uniform(-0.06, 0.06), 0.5 + chance.uniform(-0.015, 0.015))
    return Pose(chance.uniform(0.76, 0.86), chance.uniform(-turn, turn), centre, slant)


def daylight(scene: Scene) -> dict[str, float]:
    """Good light, an ordinary camera."""
    scene.light(0.85, 1.0)
    return {}


def plain(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    return daylight(scene)


def turned(scene: Scene, seed: int) -> dict[str, float]:
    pose = some_pose(scene)
    pose.height, pose.turn = scene.chance.uniform(0.66, 0.72), scene.chance.uniform(15, 75)
    scene.lay(form(seed), pose)
    return daylight(scene)


def sideways(scene: Scene, seed: int) -> dict[str, float]:
    pose = some_pose(scene, turn=4)
    pose.height, pose.turn = scene.chance.uniform(0.95, 1.05), 90 + pose.turn
    scene.lay(form(seed), pose)
    return daylight(scene)


def perspective(scene: Scene, seed: int) -> dict[str, float]:
    pose = some_pose(scene, slant=0.03)
    pose.height, pose.lean = 0.76, scene.chance.uniform(0.1, 0.22)
    scene.lay(form(seed), pose)
    return daylight(scene)


def white_table(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene), shadow=0.3)
    return daylight(scene)


def low_light(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    scene.light(0.7, 1.0)
    return {"gain": scene.chance.uniform(0.45, 0.6), "noise": 4.5}


def wrinkled_page(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene), wrinkles=scene.chance.uniform(0.8, 1.6))
    scene.light(0.8, 1.0)
    return {}


def uneven_light(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    scene.light(0.45, 1.05)
    return {}


def thumb(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    at = int(scene.chance.integers(4))
    corner, middle = scene.corners[0][at], scene.corners[0].mean(0)
    out = (corner - middle) / np.linalg.norm(corner - middle)
    scene.finger(corner - out * scene.chance.uniform(25, 55), corner + out * 1200, scene.chance.uniform(60, 85))
    return daylight(scene)


def things_about(scene: Scene, seed: int) -> dict[str, float]:
    """A pen and an identity card lie beside the page."""
    pose = some_pose(scene, turn=4)
    pose.height, pose.centre = 0.8, (0.62, 0.5)
    scene.lay(form(seed), pose)
    page = scene.corners.pop()
    card = np.full((90, 142, 3), (215, 205, 190), np.uint8)
    scene.lay(card, Pose(0.14, scene.chance.uniform(-20, 20), (0.13, scene.chance.uniform(0.2, 0.5))))
    pen = np.full((600, 24, 3), (60, 30, 20), np.uint8)
    scene.lay(pen, Pose(0.4, scene.chance.uniform(-40, 40), (0.13, 0.75)))
    scene.corners[:] = [page]
    return daylight(scene)


def large_print(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed, scale=1.7), some_pose(scene))
    return daylight(scene)


def coloured_form(scene: Scene, seed: int) -> dict[str, float]:
    """The pink, yellow, green or blue sheet of a set."""
    tint = ((215, 205, 255), (150, 235, 255), (200, 250, 205), (255, 225, 190))[seed % 4]
    scene.lay((form(seed) * (np.array(tint) / 255)).astype(np.uint8), some_pose(scene))
    return daylight(scene)


def printed_band(scene: Scene, seed: int) -> dict[str, float]:
    """A coloured band with white letters, printed right to the paper's upper or left edge."""
    page, share = form(seed).copy(), scene.chance.uniform(0.05, 0.15)
    high, wide = (round(share * size) for size in page.shape[:2])
    colour = ((140, 60, 20), (40, 40, 190), (60, 120, 40))[seed % 3]
    page[(slice(high) if seed % 2 else slice(None)), (slice(None) if seed % 2 else slice(wide))] = colour
    if seed % 2:
        cv2.putText(page, "KAPOK 2026", (80, high - 20), cv2.FONT_HERSHEY_SIMPLEX, 2, (255, 255, 255), 6, cv2.LINE_AA)
    scene.lay(page, some_pose(scene))
    return daylight(scene)


def darker_page(scene: Scene, seed: int) -> dict[str, float]:
    """Recycled, wrapping or coloured paper, darker than a white table and lying in a shadow of its own."""
    tint = ((140, 140, 140), (120, 170, 205), (140, 190, 140), (205, 150, 120), (170, 150, 215))[seed % 5]
    scene.lay((form(seed) * (np.array(tint) / 255)).astype(np.uint8), some_pose(scene))
    return daylight(scene)


def dark_things(scene: Scene, _seed: int) -> dict[str, float]:
    """A telephone and a folder on the table: dark and straight, and no page."""
    phone, folder = np.full((300, 150, 3), (28, 25, 25), np.uint8), np.full((600, 440, 3), (50, 35, 30), np.uint8)
    scene.lay(phone, Pose(0.3, scene.chance.uniform(-30, 30), (0.17, 0.5)))
    scene.lay(folder, Pose(0.7, scene.chance.uniform(-10, 10), (0.65, 0.5)))
    return daylight(scene)


def identity_card(scene: Scene, seed: int) -> dict[str, float]:
    """A card of 85.6 × 54 mm, as large as it is below a camera that sees A4."""
    card = cv2.resize(form(seed, scale=1.7)[200:910, 60:1180], (856, 540), interpolation=cv2.INTER_AREA)
    scene.lay(card, Pose(0.27, scene.chance.uniform(-15, 15), tuple(scene.chance.uniform(0.35, 0.65, 2)), 0.008))
    return daylight(scene)


def glare(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    scene.light(0.75, 0.9)
    scene.glare(scene.chance.uniform(0.09, 0.2), scene.chance.uniform(150, 330), scene.corners[0])
    return {}


def blurred(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    scene.light(0.85, 1.0)
    return {"blur": scene.chance.uniform(3.2, 6)}


def shaken(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    scene.light(0.85, 1.0)
    return {"move": scene.chance.uniform(13, 26)}


def blank_page(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(blank(seed), some_pose(scene), wrinkles=0.6 * (seed % 3))
    scene.light(0.75, 1.0)
    return {}


def blank_on_white(scene: Scene, seed: int) -> dict[str, float]:
    """Not crumpled: the edge of a crumpled blank page is not to be seen on a table as bright as itself."""
    scene.lay(blank(seed), some_pose(scene))
    scene.light(0.8, 1.0)
    return {}


def too_dark(scene: Scene, seed: int) -> dict[str, float]:
    scene.lay(form(seed), some_pose(scene))
    scene.light(0.7, 1.0)
    return {"gain": scene.chance.uniform(0.07, 0.2), "noise": 5}


def cut_side(scene: Scene, seed: int) -> dict[str, float]:
    pose = some_pose(scene)
    pose.height, pose.centre = 0.9, (scene.chance.choice([0.02, 0.12, 0.86, 0.97]), 0.5)
    scene.lay(form(seed), pose)
    return daylight(scene)


def cut_corner(scene: Scene, seed: int) -> dict[str, float]:
    pose = some_pose(scene)
    pose.height, pose.turn = 0.86, float(scene.chance.choice([-1, 1])) * scene.chance.uniform(14, 35)
    top = pose.corners(np.empty((297, 210)), np.random.default_rng(0))[:, 1].min()
    pose.centre = (pose.centre[0], pose.centre[1] - (top + scene.chance.uniform(30, 90)) / HEIGHT)
    scene.lay(form(seed), pose)
    return daylight(scene)


def too_close(scene: Scene, seed: int) -> dict[str, float]:
    pose = some_pose(scene)
    pose.height = scene.chance.uniform(1.1, 1.3)
    scene.lay(form(seed), pose)
    return daylight(scene)


def two_apart(scene: Scene, seed: int) -> dict[str, float]:
    for side, x in enumerate((0.26, 0.75)):
        pose = Pose(scene.chance.uniform(0.78, 0.84), scene.chance.uniform(-4, 4), (x, 0.5), 0.01)
        scene.lay(form(seed + side), pose)
    return daylight(scene)


def two_overlapping(scene: Scene, seed: int) -> dict[str, float]:
    for side, x in enumerate((0.36, 0.64)):
        turn = scene.chance.uniform(-6, 6)
        scene.lay(form(seed + side), Pose(0.8, turn, (x + scene.chance.uniform(-0.04, 0.04), 0.5), 0.01))
    return daylight(scene)


def slanted(scene: Scene, seed: int) -> dict[str, float]:
    pose = Pose(0.8, scene.chance.uniform(-6, 6), (0.5, 0.5), 0.01, scene.chance.uniform(0.5, 0.65))
    scene.lay(form(seed), pose)
    return daylight(scene)


def far_away(scene: Scene, seed: int) -> dict[str, float]:
    pose = some_pose(scene)
    pose.height = scene.chance.uniform(0.28, 0.36)
    scene.lay(form(seed), pose)
    return daylight(scene)


def empty_table(scene: Scene, seed: int) -> dict[str, float]:
    if seed % 2:
        pen = np.full((600, 24, 3), (60, 30, 20), np.uint8)
        scene.lay(pen, Pose(0.5, scene.chance.uniform(-60, 60)))
    scene.light(0.8, 1.0)
    return {}


def only_a_hand(scene: Scene, _seed: int) -> dict[str, float]:
    for at in range(4):
        tip = np.array([WIDTH * (0.4 + 0.09 * at), HEIGHT * scene.chance.uniform(0.4, 0.55)])
        scene.finger(tip, tip + np.array([scene.chance.uniform(-60, 60), 1000]), 90)
    scene.light(0.8, 1.0)
    return {}


KINDS = {
    "plain": Kind(plain),
    "turned": Kind(turned),
    "sideways": Kind(sideways),
    "perspective": Kind(perspective),
    "white_table": Kind(white_table, white=True),
    "low_light": Kind(low_light),
    "wrinkled": Kind(wrinkled_page),
    "uneven_light": Kind(uneven_light),
    "thumb": Kind(thumb),
    "things_about": Kind(things_about),
    "large_print": Kind(large_print),
    "coloured_form": Kind(coloured_form),
    "printed_band": Kind(printed_band),
    "darker_page": Kind(darker_page, white=True),
    "identity_card": Kind(identity_card),
    "glare": Kind(glare, Verdict.GLARE),
    "blurred": Kind(blurred, Verdict.BLUR),
    "shaken": Kind(shaken, Verdict.BLUR),
    "blank": Kind(blank_page, Verdict.BLANK),
    "blank_on_white": Kind(blank_on_white, Verdict.BLANK, white=True),
    "too_dark": Kind(too_dark, Verdict.TOO_DARK),
    "cut_side": Kind(cut_side, Verdict.CUT_OFF),
    "cut_corner": Kind(cut_corner, Verdict.CUT_OFF),
    "too_close": Kind(too_close, Verdict.CUT_OFF),
    "two_apart": Kind(two_apart, Verdict.TWO_PAGES),
    "two_overlapping": Kind(two_overlapping, Verdict.TWO_PAGES),
    "two_on_white": Kind(two_apart, Verdict.TWO_PAGES, white=True),
    "slanted": Kind(slanted, Verdict.SKEWED),
    "far_away": Kind(far_away, Verdict.TOO_SMALL),
    "empty_table": Kind(empty_table, Verdict.NO_PAGE),
    "empty_white": Kind(empty_table, Verdict.NO_PAGE, white=True),
    "only_a_hand": Kind(only_a_hand, Verdict.NO_PAGE),
    "hand_on_white": Kind(only_a_hand, Verdict.NO_PAGE, white=True),
    "dark_things": Kind(dark_things, Verdict.NO_PAGE, white=True),
}
