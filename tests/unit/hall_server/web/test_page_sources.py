"""The pages' own sources: nothing inline, nothing from outside, nothing younger than Chromium 90."""

import re

import pytest

from hall_server.web.place import ROOT, TEMPLATES
from hall_server.web.static_files import StaticFiles

STATIC = ROOT / "ui/web/static"
PAGES = sorted(TEMPLATES.rglob("*.html"))
STYLES = sorted(STATIC.glob("*.css"))
SCRIPTS = sorted(STATIC.glob("*.js"))
TOO_YOUNG_CSS = (":has(", "@container", "@layer", "color-mix(", "dvh", "svh", "text-wrap", "@property", "subgrid")
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
    assert not NESTED.search(text)
    assert "://" not in text
    assert "@import" not in text


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_stays_on_the_floor_and_evaluates_nothing(script):
    text = re.sub(r"(^|\s)//.*", "", script.read_text(encoding="utf-8"))
    assert not [word for word in TOO_YOUNG_JS if word in text]
    assert not re.search(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", text)
    assert not re.search(r"https?://", text)


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
