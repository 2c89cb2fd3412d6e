"""The versions that the drill installs: this one, a next one, and some that are bad, each in its own way."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "packaging/packages"))
MIGRATION = '''"""A migration of the drill: only its number is new."""

revision = "drill"
down_revision = "{head}"
branch_labels = depends_on = None


def upgrade() -> None:
    """Nothing."""


def downgrade() -> None:
    """Nothing."""
'''


@dataclass(frozen=True)
class Variant:
    """One more version of a role. `change` spoils its source below app/."""

    role: str
    version: str
    what: str
    change: Callable[[Path], None] | None = None


def never_ready(app: Path) -> None:
    """It ends before it serves; and it has brought the tables up before."""
    newer_tables(app)
    _edit(app / "hall_server/app/serve.py", "def run(", 'raise OSError("spoilt by the drill")\n\n\ndef run(')


def serves_and_is_ill(app: Path) -> None:
    """It serves, with newer tables, and says that it is not well."""
    newer_tables(app)
    _edit(app / "hall_server/flows/hall.py", 'return Health("ok",', 'return Health("ill",')


def kiosk_that_ends(app: Path) -> None:
    """A kiosk that ends as soon as it has its screen."""
    _edit(app / "kiosk/bridge/__init__.py", "    app = application()\n", "    app = application()\n    return 1\n")


def newer_tables(app: Path) -> None:
    """One migration more."""
    folder = app / "hall_server/store/migrations/versions"
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.py")]
    made = {match[1] for text in texts for match in re.finditer(r'^revision[^=]*= "([^"]+)"', text, re.MULTILINE)}
    below = {match[1] for text in texts for match in re.finditer(r'^down_revision[^=]*= "([^"]+)"', text, re.MULTILINE)}
    (head,) = made - below
    (folder / "drill_of_an_upgrade.py").write_text(MIGRATION.format(head=head), encoding="utf-8")


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{file.name} has no {old!r}: the drill would spoil nothing")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


VARIANTS = (
    Variant("hall", "9.1.0", "a next version"),
    Variant("hall", "9.2.0", "newer tables, ends at once", never_ready),
    Variant("hall", "9.3.0", "newer tables, serves, is not well", serves_and_is_ill),
    Variant("kiosk", "9.1.0", "a next version"),
    Variant("kiosk", "9.2.0", "ends when it has its screen", kiosk_that_ends),
)


def make(variant: Variant, out: Path) -> None:
    """Its packages: the program, and the package that puts it to work."""
    from make_packages import build

    build(f"image-{variant.role}", variant.version, out, quick=True, change=variant.change)
    for name in ("kapok-base", "kapok-session", f"kapok-{variant.role}"):
        build(name, variant.version, out, quick=True)


def make_current(out: Path) -> str:
    """All packages of this version; which one that is."""
    from make_packages import IMAGES, PLAIN, build, project_version

    version = project_version()
    for name in (*PLAIN, *IMAGES):
        build(name, version, out, quick=True)
    return version


def make_medium(packages: Path, out: Path) -> None:
    """The offline medium without the browser, as `make bundle` makes it."""
    script = ROOT / "packaging/bundle/make_bundle.py"
    words = ["--packages", str(packages), "--out", str(out), "--without-board"]
    done = subprocess.run([sys.executable, str(script), *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr or done.stdout)


def stand_ins(out: Path) -> None:
    """What takes the place of a graphics card, and a web server for the sample; not on the medium."""
    sys.path.insert(0, str(ROOT / "packaging/bundle"))
    from repository import fill

    shutil.rmtree(out, ignore_errors=True)
    fill(out, None, ["xvfb", "nginx-light"], ROOT / "build/bundle-apt")
