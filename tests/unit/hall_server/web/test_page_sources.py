"""The pages' own sources: nothing inline, nothing from outside, nothing younger than Chromium 90."""

import re
import subprocess

import pytest

from hall_server.web.place import ROOT, TEMPLATES
from hall_server.web.static_files import StaticFiles

STATIC = ROOT / "ui/web/static"
PAGES = sorted(TEMPLATES.rglob("*.html"))
STYLES = sorted(STATIC.glob("*.css"))
SCRIPTS = sorted(STATIC.glob("*.js"))
HTMX = ROOT / "node_modules/htmx.org/dist/htmx.min.js"
TOO_YOUNG_CSS = (
    ":has(", "@container", "@layer", "@scope", "@starting-style", "@property", "color-mix(", "oklch(", "oklab(", "lab(",
    "lch(", "hwb(", "light-dark(", "dvh", "dvw", "svh", "lvh", "cqw", "cqh", "text-wrap", "subgrid", "round(", "sin(",
    "linear(", "::backdrop", ":popover-open", ":user-valid", ":user-invalid", ":modal", ":dir(", "anchor(",
)  # fmt: skip
TOO_YOUNG_PROPERTIES = (
    "accent-color", "translate", "rotate", "scale", "offset-path", "scrollbar-gutter", "scrollbar-color",
    "scrollbar-width", "font-palette", "font-size-adjust", "hyphenate-character", "inset-area", "view-transition-name",
    "animation-timeline", "animation-composition", "container", "container-type", "field-sizing", "interpolate-size",
    "text-box", "text-spacing-trim", "text-autospace", "line-clamp", "print-color-adjust",
    "white-space-collapse", "baseline-source", "object-view-box", "zoom",
)  # fmt: skip
TOO_YOUNG_JS = (
    ".at(", ".findLast", ".toSorted", ".replaceAll(", "structuredClone", "Object.hasOwn", "??=", "||=", "&&=",
    "randomUUID", "static {", "import.meta", "Promise.any",
)  # fmt: skip
NESTED = re.compile(r"^\s*&", re.MULTILINE)


def test_the_scan_sees_the_pages():
    assert len(PAGES) > 10
    assert len(STYLES) >= 4
    assert len(SCRIPTS) >= 6


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_nothing_inline_and_nothing_from_outside(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|hx-on|hx-vals=['\"]js", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", text)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_style_sheet_stays_on_the_floor(style):
    text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not [word for word in TOO_YOUNG_CSS if word in text]
    declared = set(re.findall(r"[{;]\s*([a-z-]+)\s*:", text))
    assert not declared & set(TOO_YOUNG_PROPERTIES)
    assert "mask" not in declared or "-webkit-mask" in declared
    assert not NESTED.search(text)
    assert "://" not in text
    assert "@import" not in text


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_stays_on_the_floor_and_evaluates_nothing(script):
    text = re.sub(r"(^|\s)//.*", "", script.read_text(encoding="utf-8"))
    assert not [word for word in TOO_YOUNG_JS if word in text]
    assert not re.search(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", text)
    assert not re.search(r"https?://", text)


@pytest.mark.parametrize("script", [*SCRIPTS, HTMX], ids=lambda script: script.name)
def test_a_script_parses_as_es2020(script):
    kind = [] if script == HTMX else ["--module"]
    command = ["node", str(ROOT / "node_modules/acorn/bin/acorn"), "--ecma2020", *kind, "--silent", str(script)]
    parsed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert parsed.returncode == 0, parsed.stderr or parsed.stdout


def test_a_word_of_2021_is_no_es2020(tmp_path):
    young = tmp_path / "young.js"
    young.write_text("let least = 1_000; least ||= 2;", encoding="utf-8")
    command = ["node", str(ROOT / "node_modules/acorn/bin/acorn"), "--ecma2020", "--module", "--silent", str(young)]
    assert subprocess.run(command, capture_output=True, check=False, timeout=60).returncode != 0


def test_every_icon_that_a_template_names_has_a_mask_and_is_made():
    css = (STATIC / "base.css").read_text(encoding="utf-8")
    masks = set(re.findall(r"\.icon-([a-z-]+)", css))
    named = {name for page in PAGES for name in re.findall(r"icon-([a-z-]+)", page.read_text(encoding="utf-8"))}
    assert named <= masks
    made = (ROOT / "packaging/assets/icons.txt").read_text(encoding="utf-8")
    for file in re.findall(r"icons/web/([a-z-]+)-bold\.svg", css):
        assert re.search(rf"^{file} bold web$", made, re.MULTILINE), file


def test_only_known_names_are_files_and_the_version_follows_their_bytes(tmp_path):
    (tmp_path / "ui/web/static").mkdir(parents=True)
    (tmp_path / "ui/web/static/a.css").write_text("a{}")
    (tmp_path / "ui/web/static/secret.txt").write_text("no")
    files = StaticFiles.load(tmp_path)
    assert files.find("static/a.css")
    for name in ("static/secret.txt", "static/../a.css", "static/", "", "assets/a.css", "static/a.css/"):
        assert files.find(name) is None
    before = files.version
    (tmp_path / "ui/web/static/a.css").write_text("b{}")
    after = StaticFiles.load(tmp_path)
    assert after.version != before
    assert "immutable" in after.caching(after.version)
    assert "no-cache" in after.caching(before)
