"""Rows from blocks: what is drawn, what the printer's own letters do, and how lines fit and break."""

import pytest

from devices.receipt_printer import blocks, fonts, raster
from devices.receipt_printer.job import slip_chunks
from devices.receipt_printer.layout import Gap, RomLine, RomQr, SlipTooLongError, Strip, lay_out
from devices.receipt_printer.parser import CommandParser, Kind
from devices.values.receipt_printer import (
    Align,
    Band,
    Boxed,
    Headline,
    Labelled,
    Letters,
    PaperProfile,
    PrintDocument,
    Qr,
    Rule,
    Span,
    TextLine,
)

SHELF = fonts.shelf()
LETTERS = raster.Letters(SHELF, 8.0)
FINE, FAST = PaperProfile(), PaperProfile(fast=True)
SMALL = TextLine((Span("热线 12345", 4.0),))


def rows(*parts, profile=FINE):
    return [row for row in lay_out(PrintDocument(parts), profile, SHELF) if not isinstance(row, Gap)]


def ink_box(strip):
    from PIL import Image

    return Image.frombytes("1", (strip.width_bytes * 8, strip.height), strip.rows).getbbox()


@pytest.mark.parametrize(("profile", "height_mm"), [(FINE, 21), (PaperProfile(width_dots=384), 14)])
def test_a_number_is_as_high_on_paper_as_asked(profile, height_mm):
    (strip,) = rows(Headline((Span("A174", height_mm, bold=True, digits=True),)), profile=profile)
    left, top, right, bottom = ink_box(strip)
    assert abs((bottom - top) - height_mm * 8) <= 2
    assert abs((left + right) - profile.width_dots) <= 4  # centred


def test_small_letters_are_at_least_three_and_a_half_millimetres_of_ink():
    (strip,) = rows(TextLine((Span("国", 3.5),)))
    _, top, _, bottom = ink_box(strip)
    assert bottom - top >= 27


def test_every_block_stays_inside_the_margins_whatever_its_words():
    long = "一" * 40
    parts = [
        TextLine((Span(long, 4),), right=(Span(long, 4),)),
        TextLine((Span("左", 4),), right=(Span("右", 4),)),
        Headline((Span(long, 6),), emblem=True),
        Headline((Span("A" * 20, 21, digits=True),)),
        Headline((Span("W" * 90, 6),)),
        Labelled(Span("要带上", 4), (Span(long, 5), Span("短", 5)), tick=True),
        Boxed(((TextLine((Span("前面", 4),)), TextLine((Span("12345–67890", 9, digits=True),))),) * 2, (1, 1)),
        Qr("HTTPS://HALL.EXAMPLE/T/" + "A" * 200, (TextLine((Span(long, 4),)),)),
        Band((Span(long, 5),)),
        Rule(),
    ]
    for part in parts:
        for profile in (FINE, PaperProfile(width_dots=384)):
            (strip,) = rows(part, profile=profile)
            left, _, right, _ = ink_box(strip)
            assert 16 <= left < right <= profile.width_dots - 16, part


def test_empty_words_draw_nothing_and_break_nothing():
    for part in (TextLine(()), TextLine((Span(""),)), Labelled(Span(""), ()), Headline((Span("\x1b\n"),)), Band(())):
        assert len(rows(part)) == 1


def test_lines_are_dots_unless_the_wire_is_slow():
    assert [type(row) for row in rows(SMALL, Qr("KPT1:ABC"))] == [Strip, Strip]
    assert [type(row) for row in rows(SMALL, Qr("KPT1:ABC"), profile=FAST)] == [RomLine, RomQr]


@pytest.mark.parametrize(
    ("line", "profile"),
    [
        (TextLine((Span("张𠀀", 4),)), FAST),
        (TextLine((Span("大字", 9),)), FAST),
        (TextLine((Span("一" * 30, 4),)), FAST),
        (TextLine(()), FAST),
        (SMALL, PaperProfile(fast=True, letters=Letters.NONE)),
        (Qr("KPT1:ABC"), PaperProfile(fast=True, native_qr=False)),
        (Labelled(Span("要带上"), (Span("身份证"),), tick=True), FAST),
    ],
)
def test_dots_do_what_the_printers_own_means_cannot(line, profile):
    assert [type(row) for row in rows(line, profile=profile)] == [Strip]


def test_own_letters_set_the_far_end_flush_right_and_small_print_tall():
    (line,) = rows(TextLine((Span("2026-10-16 09:42", 3.6),), right=(Span("1 号机", 3.6),)), profile=FAST)
    assert line.text.startswith("2026-10-16 09:42  ")
    assert line.text.endswith(" 1 号机")
    assert (line.width, line.indent, line.align) == (1, 16, Align.LEFT)


def test_a_slip_of_more_than_half_a_metre_is_refused():
    with pytest.raises(SlipTooLongError):
        rows(*[Headline((Span("A001", 21, digits=True),))] * 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二楼 A 区 4、9 号窗口", ["二", "楼", " ", "A", " ", "区", " ", "4、", "9", " ", "号", "窗", "口"]),
        ("授权书（原件）。", ["授", "权", "书", "（原", "件）。"]),
        ("12345 ok", ["12345", " ", "ok"]),
        ("", []),
    ],
)
def test_lines_break_only_where_chinese_typesetting_allows(text, expected):
    assert raster.units(text) == expected


@pytest.mark.parametrize("text", ["一" * 50, "A" * 50, "一、" * 30, "二楼 A 区 2、3、11 号窗口" * 3])
def test_wrapped_lines_fit_and_lose_nothing(text):
    for breaking in (raster.wrap, raster.balanced):
        lines = breaking(LETTERS, Span(text, 5), 200)
        assert all(LETTERS.run([line]).width <= 200 for line in lines)
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")


def test_nothing_is_made_smaller_than_three_and_a_half_millimetres_to_fit():
    sheet = blocks.Sheet(PaperProfile(width_dots=384), LETTERS)
    for run in sheet._fitted([Span("一" * 60, 4.2)], 200):
        assert run.height >= 3.5 * 8


def test_a_rare_character_is_drawn_from_a_face_that_has_it():
    for letter in "𠮷龘㙍A号":
        assert SHELF.pick(letter, bold=True, digits=False).has(letter)


def test_a_missing_font_is_named(tmp_path):
    with pytest.raises(fonts.FontMissingError, match="NotoSansCJK-Bold"):
        fonts.shelf((tmp_path,))


def test_the_slip_is_drawn_without_the_number_face_when_set_up_has_not_made_it():
    shelf = fonts.shelf(fonts.FOLDERS[2:])
    assert shelf.digits is None
    (row,) = lay_out(
        PrintDocument((Headline((Span("A042", 21, bold=True, digits=True),), space_after_mm=0),)), FINE, shelf
    )[:1]
    assert ink_box(row) is not None


def test_white_is_not_sent():
    document = PrintDocument((Rule(space_after_mm=20), TextLine((Span("左", 4),))))
    data = b"".join(slip_chunks(lay_out(document, FINE, SHELF), FINE))
    assert len(data) < 600
    commands = CommandParser().feed(data)
    assert sum(command.args[0] for command in commands if command.kind is Kind.FEED) >= 160


def test_a_printer_without_a_knife_feeds_to_the_tear_bar():
    profile = PaperProfile(has_cutter=False)
    commands = CommandParser().feed(b"".join(slip_chunks(lay_out(PrintDocument((Rule(),)), profile, SHELF), profile)))
    assert commands[-1].kind is Kind.FEED


def test_a_blank_strip_is_only_fed():
    strip = Strip(72, bytes(72 * 5))
    commands = CommandParser().feed(b"".join(slip_chunks((strip,), FINE)))
    assert Kind.RASTER not in {command.kind for command in commands}
