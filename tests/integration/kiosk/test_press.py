"""Sheets are painted by a process of their own: real fonts, real PDFs, and nothing left of it afterwards."""

import tomllib

import pypdfium2
import pytest

from kiosk.paper.apart import PaperError
from kiosk.paper.compose import sheet_of
from kiosk.paper.press import Press
from kiosk.paper.sheet import Heading, Sheet, Tick, Words
from kiosk.values import replace
from tests.house_rules.sources import ROOT
from tests.integration.kiosk.pdfs import picture_of, text_of
from tests.unit.kiosk.paper.papers import ABOUT, PAPERS

RARE = "𠮷𠀋𡈽𤭯𫝀𪜀䶮㼆龘叕"  # rare in names: U+3400 and on, U+20000 and on


@pytest.mark.parametrize("name", sorted(PAPERS))
async def test_a_paper_is_one_page_that_says_what_it_is_and_no_letter_is_missing(name):
    made = await Press().paint(sheet_of(PAPERS[name], ABOUT))
    assert (made.pages, made.replaced) == (1, 0)
    assert made.pdf.startswith(b"%PDF-")
    said = text_of(made.pdf)
    assert "木棉区政务服务中心" in said
    assert "第 1 / 1 页" in said


async def test_rare_characters_are_painted_and_none_of_them_as_another():
    made = await Press().paint(Sheet("罕见字", "", tuple(Words(letter) for letter in RARE)))
    assert made.replaced == 0
    high = picture_of(made.pdf)
    alone = [picture_of((await Press().paint(Sheet("字", "", (Words(letter),)))).pdf).tobytes() for letter in RARE[:3]]
    assert len(set(alone)) == 3
    assert high.getextrema()[0] < 128


async def test_every_letter_of_the_demo_halls_guides_is_in_our_fonts():
    site = tomllib.loads((ROOT / "config/sites/demo.toml").read_text(encoding="utf-8"))
    words = {letter for letter in str(site) if letter.isprintable()}
    made = await Press().paint(Sheet("字", "", (Words("".join(sorted(words))),)))
    assert made.replaced == 0


async def test_a_letter_that_no_font_has_is_told_and_stood_for():
    made = await Press().paint(Sheet("字", "", (Words("张\U0010fffdA"),)))
    assert made.replaced == 1
    assert "〓" in text_of(made.pdf)


async def test_marks_that_are_not_to_be_seen_are_not_painted():
    made = await Press().paint(Sheet("字", "", (Words("葛\U000e0100\u202e\u0007城"),)))
    assert made.replaced == 0
    assert "葛城" in text_of(made.pdf)


async def test_a_long_list_goes_over_pages_that_are_numbered_and_loses_nothing():
    things = tuple(Tick(f"材料 {number} 号", "备注") for number in range(1, 81))
    made = await Press().paint(Sheet("材料清单", "大厅", (Heading("带什么"), *things), ("热线 12345",)))
    said = text_of(made.pdf)
    assert made.pages == len(pypdfium2.PdfDocument(made.pdf)) > 2
    assert all(f"第 {number} / {made.pages} 页" in said for number in range(1, made.pages + 1))
    assert all(f"材料 {number} 号" in said for number in range(1, 81))


async def test_large_print_is_larger():
    small = await Press().paint(sheet_of(PAPERS["guide"], ABOUT))
    large = await Press().paint(sheet_of(PAPERS["guide"], replace(ABOUT, large=True)))
    ink = [sum(level < 128 for level in picture_of(one.pdf).tobytes()) for one in (small, large)]
    assert ink[1] > 1.3 * ink[0]


async def test_a_paper_names_nobody_in_its_properties():
    made = await Press().paint(sheet_of(PAPERS["receipt"], ABOUT))
    told = pypdfium2.PdfDocument(made.pdf).get_metadata_dict()
    assert {key for key, value in told.items() if value} <= {"Producer", "CreationDate", "ModDate"}


async def test_a_sheet_without_end_is_not_painted():
    with pytest.raises(PaperError, match="paper_not_made"):
        await Press().paint(Sheet("长", "", tuple(Words("一" * 2000) for _ in range(60))))


@pytest.mark.parametrize("module", ["kiosk.paper.not_there", "this"])
async def test_a_painter_that_dies_is_told(module):
    with pytest.raises(PaperError, match="paper_not_made"):
        await Press(module=module).paint(Sheet("字", "", ()))


async def test_a_painter_that_hangs_is_ended():
    with pytest.raises(PaperError, match="paper_not_made"):
        await Press(module="tests.integration.kiosk.hanging", paint_s=0.3).paint(Sheet("字", "", ()))


async def test_nothing_is_written_to_disk_when_a_paper_is_painted(tmp_path, monkeypatch):
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    await Press().paint(sheet_of(PAPERS["receipt"], ABOUT))
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.stat().st_size]
