"""A core of screens, pixel for pixel: faults, the way of a number, each form (`make screens` draws all of them).

KAPOK_REGEN=1 draws them again; then look at them before committing. `kapok kiosk preview` draws them, in a process
for each form, always in the same order: Qt keeps outlines of large glyphs, so what was drawn before can move an edge by
a shade.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.viewmodels.examples import EXAMPLES

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden/screens"
OUT = ROOT / "out/golden"
MOST = 60  # pictures in the repository
FORMS = {
    "upright": [],
    "upright-large": ["--mode", "large"],
    "upright-contrast": ["--mode", "contrast"],
    "upright-low": ["--mode", "low"],
    "upright-en": ["--language", "en"],
    "lying": ["--landscape"],
    "lying-large": ["--landscape", "--mode", "large"],
    "lying-en": ["--landscape", "--language", "en"],
}
CORE = {
    "upright": [
        *("home", "services", "precheck", "card", "confirm", "ticket", "has_ticket", "consent", "case", "help"),
        *("timeout", "guide", "rating", "certificate", "number"),
        # what is wrong
        *("home_offline", "home_no_printer", "home_no_reader", "home_no_counter", "home_out", "home_closed"),
        *("card_try_again", "card_other_way", "card_reader_away", "paper_out", "ask_slip", "busy", "busy_refused"),
        *("busy_no_numbers", "code_refresh", "help_late", "out_of_service", "certificate_jam", "certificates_away"),
        *("progress_city_away", "relation_refused", "referral", "rating_lost", "ticket_offline"),
        # before it is a kiosk
        *("setup_network_well", "setup_fingerprint", "setup_screen", "setup_boxes", "setup_ticket", "setup_handed"),
    ],
    "upright-large": ["home", "ticket"],
    "upright-contrast": ["home", "ticket"],
    "upright-low": ["home", "confirm"],
    "upright-en": ["home", "paper_out"],
    "lying": ["home", "ticket"],
    "lying-large": ["home", "confirm"],
    "lying-en": ["home", "timeout"],
}
PICTURES = [(form, name) for form, names in CORE.items() for name in names]


pytestmark = pytest.mark.timeout(240)  # whoever comes first waits for all of them


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Where each form's pictures lie."""
    folder = tmp_path_factory.mktemp("screens")
    for form, options in FORMS.items():
        done = subprocess.run(
            [sys.executable, ROOT / "kapok.py", "kiosk", "preview", "--out", folder / form, *options, *CORE[form]],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.mark.parametrize(("form", "example"), PICTURES, ids=[f"{form}-{name}" for form, name in PICTURES])
def test_a_screen_looks_as_it_did(drawn, form, example):
    name = f"{form}-{example}.png"
    picture, kept = Image.open(drawn / form / f"{example}.png").convert("RGB"), GOLDEN / name
    if os.environ.get("KAPOK_REGEN") == "1":
        picture.save(kept, optimize=True)
    assert kept.exists(), "KAPOK_REGEN=1 draws it for the first time"
    difference = ImageChops.difference(picture, Image.open(kept).convert("RGB")).getbbox()
    if difference:
        OUT.mkdir(parents=True, exist_ok=True)
        picture.save(OUT / name)
    assert difference is None, f"differs within {difference}; as drawn now: {OUT / name}"


def test_the_core_is_small_every_form_is_in_it_and_no_picture_is_left_over():
    kept = {path.name for path in GOLDEN.glob("*.png")}
    assert kept == {f"{form}-{name}.png" for form, name in PICTURES}
    assert len(kept) <= MOST
    assert {name for _, name in PICTURES} <= set(EXAMPLES)
    assert set(CORE) == set(FORMS)
